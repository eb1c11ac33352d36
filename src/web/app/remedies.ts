/** What to do about a command that the server did not take, by its code. */
const remedies: Readonly<Record<string, string>> = {
  NOT_FOUND: 'It was probably removed on another device. Take that back there, then try again; or drop this.',
  WRONG_STATE:
    'Something happened on another device first. Look at the person, then do it again there if it is still right.',
  CONFLICT: 'The same was done on another device. If what stands there is right, drop this one.',
  INVALID_INPUT: 'The server reads it more strictly. Drop this, and do it again with what the sentence says.',
  NOT_ALLOWED: 'You may not do this here. Drop it, or sign in as somebody who may.',
}

export const remedyFor = (code: string): string =>
  remedies[code] ?? 'Try again later. If it stays, drop it and do it again.'
