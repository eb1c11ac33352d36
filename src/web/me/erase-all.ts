import { call, linkForAnother, signIn } from '../replica/server.ts'

/** Erases the whole network. That ends every session: a link made before signs this browser in again. */
export async function eraseAll(): Promise<void> {
  const token = await linkForAnother()
  await call('erase', { yes: true })
  await signIn(token)
  location.assign('/welcome')
}
