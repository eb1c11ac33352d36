import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/**
 * A disk of another kind under one folder, seen only by commands that go `through` it: nothing stays mounted, whatever
 * becomes of the test. Needs Linux and the right to make a mount namespace.
 */
export interface OtherDisk {
  through: readonly string[]
  remove(): void
}

const asRoot = process.getuid?.() === 0
const own = asRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount']

/** A memory disk of a few megabytes at this folder. */
export const tinyDisk = (folder: string, megabytes: number): Promise<OtherDisk> =>
  mounted(`mount -t tmpfs -o size=${megabytes}m tmpfs "$0"`, folder)

/** This folder, but read-only, even for root. */
export const readOnlyDisk = (folder: string): Promise<OtherDisk> =>
  mounted('mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"', folder)

/** Why there can be no other disk here; empty where there can. */
export const whyNoOtherDisk = ((): string => {
  const tried = spawnSync('unshare', [...own, 'sh', '-c', 'mount -t tmpfs tmpfs /tmp'], { encoding: 'utf8' })
  if (tried.status === 0) return ''
  return `mounting is not possible here: ${(tried.error?.message ?? tried.stderr).trim()}`
})()

/** Keeps a mount namespace open by a shell that waits, and enters it for each command. */
async function mounted(mount: string, folder: string): Promise<OtherDisk> {
  const holder = spawn('unshare', [...own, 'sh', '-c', `${mount} && echo ready && exec cat`, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await ready(holder)
  const user = asRoot ? [] : ['--user', '--preserve-credentials']
  return {
    through: ['nsenter', `--target=${holder.pid}`, '--mount', ...user, '--'],
    remove: () => holder.stdin!.end(),
  }
}

function ready(holder: ChildProcess): Promise<void> {
  return new Promise((settle, fail) => {
    holder.stdout!.once('data', () => settle())
    holder.once('exit', (code) => fail(new Error(`the disk could not be mounted (${code})`)))
    holder.once('error', fail)
  })
}
