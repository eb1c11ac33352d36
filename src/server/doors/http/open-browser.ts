import { spawn } from 'node:child_process'

/** Opens an address in the user's browser; where that does not work, the address was printed as well. */
export function openBrowser(address: string): void {
  const [program, ...before] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** What opens addresses where it is not `xdg-open`. */
const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}
