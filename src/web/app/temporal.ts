import type * as Polyfill from 'temporal-polyfill'

// The build puts this in the place of `temporal-polyfill`: 20 kB that only engines without Temporal have to load.
const native = (globalThis as { Temporal?: typeof Polyfill.Temporal }).Temporal

export const Temporal: typeof Polyfill.Temporal =
  native ?? (await import('temporal-polyfill/implementation')).Temporal
