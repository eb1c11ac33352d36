import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { sessionCaller } from '../../../access/callers.ts'
import type { SignInLinks } from '../../../access/sign-in-links.ts'
import type { SessionInfo } from '../../../operations/administration.ts'
import type { Caller, Services } from '../../../operations/operation.ts'
import { DoorError } from '../errors.ts'
import { readBody } from '../read-input.ts'

/** What the web's own routes need of the server around them. */
export interface WebSettings {
  services: Services
  ownerId: string
  now(): number
  timeZone: string
  clockIsFixed: boolean
  links: SignInLinks
  /** Shows a new link to whoever sits at the machine. */
  tellLink(secret: string): void
  /** The port: cookies know none, and two servers on one machine must not share theirs. */
  port(): number
}

export interface SignedIn {
  session: SessionInfo
  caller: Caller
}

const bodyLimit = 10_000
/** How long the browser keeps the cookie, in seconds; the server ends unused sessions sooner. */
const cookieLife = 400 * 24 * 3600

/** Signs in by a one-time link, says who is signed in, and signs out. */
export function addSessionRoutes(app: Hono, settings: WebSettings): void {
  const { links, services, ownerId } = settings
  let toldAt = 0
  app.post('/session', async (context) => {
    mustBeOurs(context)
    const now = Date.now()
    if (links.isWary(now))
      throw new DoorError('TOO_MANY', 'Too many wrong links. Wait a minute, then try again.')
    const { token } = await readBody(context, bodyLimit)
    if (typeof token !== 'string' || !links.redeem(token, now)) {
      throw new DoorError('NOT_SIGNED_IN', 'This link was used already, or is too old. Ask for a new one.')
    }
    const device = deviceOf(context.req.header('user-agent'))
    const { secret } = await services.administration.createSession(ownerId, { device, now })
    setCookie(context, cookieName(settings), secret, { ...cookie(context), maxAge: cookieLife })
    return context.json({ ownerId })
  })
  app.get('/session', async (context) => {
    const { caller, session } = await signedIn(context, settings)
    return context.json({ ownerId: caller.ownerId, id: session.id, device: session.device })
  })
  app.delete('/session', async (context) => {
    const { caller, session } = await signedIn(context, settings)
    await services.administration.endSession(caller.ownerId, session.id, Date.now())
    deleteCookie(context, cookieName(settings), cookie(context))
    return context.json({ ended: session.id })
  })
  // Whoever sees the server's own output may sign in: so anybody may ask for a link to be shown there.
  app.post('/session/link', async (context) => {
    mustBeOurs(context)
    if (Date.now() - toldAt < 5000) throw new DoorError('TOO_MANY', 'A link was shown just now; look there.')
    toldAt = Date.now()
    settings.tellLink(links.make(toldAt))
    return context.json({ told: true })
  })
  // For another device of the user's: the link itself, as only somebody who is signed in may see it.
  app.post('/session/another', async (context) => {
    await signedIn(context, settings)
    return context.json({ token: links.make(Date.now()) })
  })
}

/** The session of a request, by its cookie and the header that only our own pages send; or NOT_SIGNED_IN. */
export async function signedIn(context: Context, settings: WebSettings): Promise<SignedIn> {
  mustBeOurs(context)
  const secret = getCookie(context, cookieName(settings))
  const found = secret && (await settings.services.administration.findSession(secret, Date.now()))
  if (!found) throw new DoorError('NOT_SIGNED_IN', 'You are not signed in here. Ask for a link to sign in.')
  const moment = { now: settings.now(), timeZone: settings.timeZone }
  return { session: found.session, caller: sessionCaller(found.ownerId, moment) }
}

/** A page of another site cannot send this header without asking first, and is refused then. */
function mustBeOurs(context: Context): void {
  if (context.req.header('x-acquaint') === '1') return
  throw new DoorError(
    'FOREIGN_ORIGIN',
    'Only the web app itself may ask this: the header X-Acquaint is missing.',
  )
}

const cookieName = ({ port }: WebSettings): string => `acquaint_${port()}`

const cookie = (context: Context) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: context.req.header('x-forwarded-proto') === 'https',
  }) as const

/** The browser in a few words: "Firefox on Android". */
function deviceOf(agent = ''): string {
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? 'A browser'
  const system = /Android|iPhone|iPad|Windows|Mac OS|CrOS|Linux/.exec(agent)?.[0]
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', CrOS: 'ChromeOS', 'Mac OS': 'macOS' }
  return [browser, system].flatMap((word) => (word ? (names[word] ?? word) : [])).join(' on ')
}
