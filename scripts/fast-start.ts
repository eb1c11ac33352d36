// What the bundle does to start sooner. Each was measured; together they are a third of the start (bench, S6).

/** Parts of Node that take milliseconds to load and that most commands never call. */
const lazy = new Set([
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:os',
  'node:timers/promises',
])

/**
 * Takes parts of Node from `process.getBuiltinModule`: an import would read every property of the module, and with it
 * load parts that nobody asked for. Of the lazy ones each function is fetched when it is called.
 */
export function fastBuiltins(code: string): string {
  return code.replace(
    /\bimport\s*([^;"'()]+?)\s*from\s*["'](node:[\w/]+)["'];?/g,
    (whole, clause: string, name: string) => {
      const parts = /^(?:(?<alone>[\w$]+)\s*,?\s*)?(?:\*\s*as\s*(?<all>[\w$]+)|\{(?<named>[^}]*)\})?$/.exec(
        clause,
      )?.groups
      if (!parts) return whole
      const module = `globalThis.process.getBuiltinModule("${name}")`
      const whole_ = [parts.alone, parts.all]
        .filter(Boolean)
        .map((local) => `const ${local}=${moduleOf(name, module)};`)
      const named = (parts.named ?? '').split(',').map((one) => one.trim().split(/\s+as\s+/))
      const each = named.flatMap(([there, here = there]) => {
        if (!there) return []
        return lazy.has(name) && isFunction(name, there)
          ? [`const ${here}=(...given)=>${module}.${there}(...given);`]
          : [`const ${here}=${module}.${there};`]
      })
      return [...whole_, ...each].join('')
    },
  )
}

/** Constants and classes are no functions that could be fetched when they are called. */
function isFunction(name: string, member: string): boolean {
  const module = process.getBuiltinModule(name) as unknown as Record<string, unknown> | undefined
  return typeof module?.[member] === 'function' && !/^[A-Z]/.test(member)
}

const moduleOf = (name: string, module: string): string =>
  lazy.has(name) ? `new Proxy({},{get:(_,key)=>${module}[key]})` : module

/** Writes everything beyond ASCII as escapes: V8 reads such a file as one byte a character, without decoding it. */
export const inAscii = (code: string): string =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
