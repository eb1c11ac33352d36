/** "1 person", "1,240 people". */
export const peopleInWords = (n: number): string => (n === 1 ? '1 person' : `${n.toLocaleString()} people`)
