import type { Config } from '../../config.ts'
import type { GlobalOptions } from './program.ts'

/** The configuration with the options of this command line over it. */
export function withOptions(config: Config, { data, now, server, token }: GlobalOptions): Config {
  return {
    ...config,
    ...(data === undefined ? {} : { dataFolder: data }),
    ...(now === undefined ? {} : { now }),
    ...(server === undefined ? {} : { server }),
    ...(token === undefined ? {} : { token }),
  }
}
