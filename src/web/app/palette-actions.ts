import { addingPerson } from './adding.svelte.ts'
import { go } from './router.svelte.ts'
import { routes } from './routes.ts'
import { chooseTheme } from './theme.ts'

export interface PaletteAction {
  name: string
  run(): void
  /** It takes what was typed, whatever that is. */
  always?: boolean
}

/** What can be done from anywhere. A screen that offers an operation adds a line here. */
export function paletteActions(typed: string): PaletteAction[] {
  const places = routes.filter(({ path }) => !path.includes(':') && path !== '/add' && path !== '/welcome')
  return [
    ...places.map(({ name, path }) => ({ name, run: () => go(path) })),
    { name: 'Add somebody', run: () => addingPerson.begin() },
    { name: 'Add an event', run: () => go('/events?add') },
    { name: 'Add an opening', run: () => go('/openings?add') },
    { name: 'Light paper', run: () => chooseTheme('light') },
    { name: 'Dark paper', run: () => chooseTheme('dark') },
    { name: 'Paper as the system has it', run: () => chooseTheme('system') },
    { name: 'Print this page', run: () => print() },
    ...(typed ? [{ name: `Add “${typed}”`, run: () => addingPerson.begin(typed), always: true }] : []),
  ]
}
