import { randomBytes } from 'node:crypto'

/** How long a link may wait to be opened, in milliseconds. */
const life = 24 * 3_600_000
/** Wrong secrets in a minute before nobody is listened to. */
const patience = 20

/** Links that sign a browser in, each once: they live in this process and are told only to whoever sits at the machine. */
export interface SignInLinks {
  /** The secret of a new link. */
  make(now: number): string
  /** Whether the secret is one that was not used; it is used from then on. */
  redeem(secret: string, now: number): boolean
  /** Whether so many wrong secrets came that a pause is in order. */
  isWary(now: number): boolean
}

export function signInLinks(): SignInLinks {
  const open = new Map<string, number>()
  let wrong: number[] = []
  return {
    make: (now) => {
      const secret = randomBytes(24).toString('base64url')
      open.set(secret, now + life)
      return secret
    },
    redeem: (secret, now) => {
      const until = open.get(secret)
      open.delete(secret)
      const good = until !== undefined && until > now
      if (!good) wrong.push(now)
      return good
    },
    isWary: (now) => {
      wrong = wrong.filter((at) => at > now - 60_000)
      return wrong.length >= patience
    },
  }
}
