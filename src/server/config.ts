import { readlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the surroundings say. Nothing else reads environment variables. */
export interface Config {
  /** The folder of the embedded store. */
  dataFolder: string
  /** PostgreSQL instead of the embedded store. */
  databaseUrl?: string
  /** The clock, fixed: an ISO 8601 instant, as written. */
  now?: string
  /** The IANA zone in which days are counted and local times are read. */
  timeZone: string
  /** A server that carries out the commands instead of a store here, and the token for it. */
  server?: string
  token?: string
  /** Whether colours are welcome at all. */
  colour: boolean
  /** Whether there is a desktop here, on which a browser may open. */
  desktop: boolean
  /** Whether an unexpected error shows its stack. */
  debug: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment; an empty variable counts as none. */
export function readConfig(env: Environment, platform: NodeJS.Platform = process.platform): Config {
  const get = (name: string) => env[name] || undefined
  const optional = <Key extends string>(key: Key, value: string | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string }
  return {
    dataFolder: get('ACQUAINT_DATA') ?? defaultFolder(get, platform),
    ...optional('databaseUrl', get('ACQUAINT_DATABASE_URL')),
    ...optional('now', get('ACQUAINT_NOW')),
    timeZone:
      get('ACQUAINT_TZ') ??
      (get('TZ') ? undefined : linkedZone()) ??
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...optional('server', get('ACQUAINT_SERVER')),
    ...optional('token', get('ACQUAINT_TOKEN')),
    colour: get('NO_COLOR') === undefined && get('TERM') !== 'dumb',
    desktop: hasDesktop(get, platform),
    debug: get('ACQUAINT_DEBUG') !== undefined,
  }
}

/** No desktop: a machine that is reached by ssh or builds by itself, and Linux without a display. */
function hasDesktop(get: (name: string) => string | undefined, platform: NodeJS.Platform): boolean {
  if (get('CI') || get('SSH_CONNECTION')) return false
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(get('DISPLAY') ?? get('WAYLAND_DISPLAY'))
}

/** Where the platform keeps a program's data (on Linux by the XDG Base Directory Specification). */
function defaultFolder(get: (name: string) => string | undefined, platform: NodeJS.Platform): string {
  const home = get('HOME') ?? get('USERPROFILE') ?? homedir()
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Acquaint')
  if (platform === 'win32') return join(get('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), 'Acquaint')
  return join(get('XDG_DATA_HOME') ?? join(home, '.local', 'share'), 'acquaint')
}

/** The zone that the machine's own link names: what Intl says as well, without the time that Intl takes to wake up. */
function linkedZone(): string | undefined {
  try {
    const zone = /zoneinfo\/(?:posix\/)?(\w+(?:\/[\w+-]+)*)$/.exec(readlinkSync('/etc/localtime'))?.[1]
    return zone === 'Etc/UTC' ? 'UTC' : zone
  } catch {
    return undefined
  }
}
