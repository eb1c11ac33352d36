/** Does one thing as the student did it; answers what the operation answers. */
export type Do = (operation: string, input: Record<string, unknown>) => Promise<{ id: string }>

/** One line of the student's diary: when something was done, and what. */
export interface Entry {
  at: number
  act(act: Do): Promise<unknown>
}

/** An entry that is one operation. */
export const entry = (at: number, operation: string, input: Record<string, unknown>): Entry => ({
  at,
  act: (act) => act(operation, input),
})
