/** How fast somebody speaks who has not measured it, in words a minute (P6). */
const usualPace = 150

/** A word of ordinary talk has about one and a half syllables; a pace in words a minute is meant of such words. */
const syllablesInAWord = 1.5

/** How long a text takes to say, in whole seconds, rounded up: long words take longer than short ones (P6). */
export function secondsToSay(text: string, wordsAMinute: number = usualPace): number {
  return Math.ceil((syllablesIn(text) * 60) / (wordsAMinute * syllablesInAWord))
}

/** The pace of somebody who said this text in so many seconds, in words a minute (P6). */
export function paceOf(text: string, seconds: number): number {
  return Math.round((syllablesIn(text) * 60) / (seconds * syllablesInAWord))
}

/** The part of a text that can be said in so many seconds: where it ends, in UTF-16 units. */
export function sayableIn(text: string, seconds: number, wordsAMinute: number = usualPace): number {
  let spoken = 0
  const most = (seconds * wordsAMinute * syllablesInAWord) / 60
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    spoken += syllablesOf(word)
    if (spoken > most) return index
  }
  return text.length
}

function syllablesIn(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(/\S+/g)) count += syllablesOf(word)
  return count
}

/** About how many syllables a run of characters has, whatever its script; none where nothing in it is said. */
function syllablesOf(run: string): number {
  let count = 0
  for (const [part] of run.normalize('NFC').matchAll(/\p{L}[\p{L}\p{M}'’]*|\p{N}+/gu)) {
    if (/^\p{N}/u.test(part)) count += Math.ceil(part.length * 1.3)
    else if (/^\p{Lu}{2,5}$/u.test(part)) count += part.length
    else if (/^[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(part))
      count += [...part].length
    else if (/^\p{Script=Latin}/u.test(part)) count += latinSyllables(part)
    else count += Math.max(1, Math.round(part.replace(/\P{L}/gu, '').length / 2.3))
  }
  return count
}

/** Groups of vowels, without an e that is written and not said. */
function latinSyllables(word: string): number {
  const bare = word
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
    .replace(/[æœøı]/g, 'o')
  const groups = bare.match(/[aeiouy]+/g)?.length ?? 0
  const silent = /[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxz]es$/.test(bare) && groups > 1 ? 1 : 0
  return Math.max(1, groups - silent)
}
