import { invalid } from '../../../core/kernel/errors.ts'
import type { Operation } from '../../operations/operation.ts'
import { allOperations } from '../../operations/registry.ts'
import { type InputField, inputFields } from '../input-fields.ts'
import { optionName, positionalNames } from './option-names.ts'

/** What may follow: each command with its options, and each option with its choices. */
interface Offer {
  words: string
  summary: string
  options: { name: string; about: string; choices: readonly string[]; file: boolean }[]
}

const shells: Readonly<Record<string, (offers: readonly Offer[]) => string>> = { bash, zsh, fish }

const globals = ['--data', '--now', '--json', '--server', '--token', '--help']

/** A script that completes nouns, verbs, options and choices in a shell. */
export async function completion(shell: string): Promise<string> {
  const write = shells[shell]
  if (!write) throw invalid('shell', `I know bash, zsh and fish, not "${shell}".`)
  const own: Offer[] = [
    {
      words: 'serve',
      summary: 'Serve over HTTP',
      options: [plain('port'), plain('host'), plain('allow-host')],
    },
    ...Object.keys(shells).map((name) => ({
      words: `completion ${name}`,
      summary: `For ${name}`,
      options: [],
    })),
  ]
  return write([...(await allOperations()).map(offer), ...own])
}

const plain = (name: string) => ({ name: `--${name}`, about: '', choices: [], file: false })

function offer(operation: Operation): Offer {
  const placed = new Set(positionalNames(operation).map(({ name }) => name))
  const option = (field: InputField) => ({
    name: `--${optionName(operation, field.name)}`,
    about: field.description,
    choices: field.choices,
    file: false,
  })
  const files = [
    ...(operation.commandLine.textFrom ? ['file'] : []),
    ...(operation.mediaTypes ? ['out', 'force'] : []),
  ].map((name) => ({ ...plain(name), file: name !== 'force' }))
  const fields = inputFields(operation.input).filter(({ name }) => !placed.has(name))
  return {
    words: operation.commandLine.words.join(' '),
    summary: operation.summary,
    options: [...fields.map(option), ...files],
  }
}

const nounsOf = (offers: readonly Offer[]) => [...new Set(offers.map(({ words }) => words.split(' ')[0]!))]
const verbsOf = (offers: readonly Offer[], noun: string) =>
  offers.flatMap(({ words }) => (words.startsWith(`${noun} `) ? [words.slice(noun.length + 1)] : []))

/** The same cases for bash and zsh: what may follow these words, or this option. */
function cases(offers: readonly Offer[]): string {
  const verbs = nounsOf(offers)
    .filter((noun) => verbsOf(offers, noun).length > 0)
    .map((noun) => `    '${noun}') words='${verbsOf(offers, noun).join(' ')}' ;;`)
  const options = offers.map(({ words, options: given }) => {
    const noun = words.includes(' ') ? '' : '*'
    return `    '${words}'${noun}) words='${[...given.map(({ name }) => name), ...globals].join(' ')}' ;;`
  })
  const choices = offers.flatMap(({ words, options: given }) =>
    given
      .filter((one) => one.choices.length > 0)
      .map((one) => `    '${words} ${one.name}') words='${one.choices.join(' ')}' ;;`),
  )
  return `  case "$path" in\n    '') words='${nounsOf(offers).join(' ')}' ;;\n${[...verbs, ...options].join('\n')}\n  esac
  case "$path $previous" in\n${choices.join('\n')}\n    *' --data'|*' --file'|*' --out') words='' ;;\n  esac`
}

function bash(offers: readonly Offer[]): string {
  return `# bash completion for acquaint: source <(acquaint completion bash)
_acquaint() {
  local words='' path='' current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" word
  for word in "\${COMP_WORDS[@]:1:2}"; do
    [ "$word" = "$current" ] || case "$word" in -*) break ;; *) path="\${path:+$path }$word" ;; esac
  done
${cases(offers)}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _acquaint acquaint
`
}

function zsh(offers: readonly Offer[]): string {
  return `#compdef acquaint
# zsh completion for acquaint: source <(acquaint completion zsh)
_acquaint() {
  local list='' path_='' current="$words[CURRENT]" previous="$words[CURRENT-1]" word
  for word in "\${(@)words[2,3]}"; do
    [ "$word" = "$current" ] || case "$word" in -*) break ;; *) path_="\${path_:+$path_ }$word" ;; esac
  done
${cases(offers).replaceAll('"$path', '"$path_').replaceAll("words='", "list='")}
  if [ -n "$list" ]; then compadd -- \${=list}; else _files; fi
}
compdef _acquaint acquaint
`
}

function fish(offers: readonly Offer[]): string {
  const text = (sentence: string) => `'${sentence.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = ['# fish completion for acquaint', 'complete -c acquaint -f']
  for (const noun of nounsOf(offers)) {
    lines.push(`complete -c acquaint -n __fish_use_subcommand -a ${noun}`)
  }
  for (const { words, summary, options } of offers) {
    const [noun, verb] = words.split(' ') as [string, string?]
    if (verb) {
      const others = verbsOf(offers, noun).join(' ')
      const here = `__fish_seen_subcommand_from ${noun}; and not __fish_seen_subcommand_from ${others}`
      lines.push(`complete -c acquaint -n '${here}' -a ${verb} -d ${text(summary)}`)
    }
    const there = `__fish_seen_subcommand_from ${noun}${verb ? `; and __fish_seen_subcommand_from ${verb}` : ''}`
    for (const { name, about, choices, file } of options) {
      const more = file ? ' -r -F' : choices.length > 0 ? ` -x -a ${text(choices.join(' '))}` : ''
      lines.push(`complete -c acquaint -n '${there}' -l ${name.slice(2)}${more} -d ${text(about)}`)
    }
  }
  for (const name of globals) lines.push(`complete -c acquaint -l ${name.slice(2)}`)
  return `${lines.join('\n')}\n`
}
