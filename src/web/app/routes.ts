import type { Component } from 'svelte'

/** A screen of the app. */
export interface Route {
  /** `/people/:id`; what `:id` stands for is handed to the screen as a property. */
  path: string
  /** What it is called in the navigation, the palette and the title of the page. */
  name: string
  // biome-ignore lint/suspicious/noExplicitAny: each screen takes the parameters of its own path
  load(): Promise<{ default: Component<any> }>
  /** Where it stands in the navigation, from the top; without it, it is reached from other screens. */
  rail?: number
  /** The key that goes there after `g`. */
  key?: string
  /** It fills the window: no rail, no bar. */
  alone?: boolean
  /** It needs more than a column for reading: a board, a drawing. */
  wide?: boolean
}

/** Every screen. Add yours here; navigation, palette, shortcuts and titles follow. */
export const routes: readonly Route[] = [
  { path: '/', name: 'Today', load: () => import('../today/Today.svelte'), rail: 1, key: 't' },
  { path: '/people', name: 'People', load: () => import('../people/People.svelte'), rail: 2, key: 'p' },
  {
    path: '/people/duplicates',
    name: 'Entries that may be one person',
    load: () => import('../people/Duplicates.svelte'),
  },
  { path: '/people/:id', name: 'Person', load: () => import('../people/Person.svelte') },
  { path: '/events', name: 'Events', load: () => import('../events/Events.svelte'), rail: 4, key: 'e' },
  { path: '/events/:id', name: 'Event', load: () => import('../events/Event.svelte') },
  {
    path: '/openings',
    name: 'Openings',
    load: () => import('../openings/Openings.svelte'),
    rail: 5,
    key: 'o',
    wide: true,
  },
  { path: '/log', name: 'Log', load: () => import('../log/Log.svelte'), rail: 6, key: 'l' },
  {
    path: '/insights',
    name: 'Insights',
    load: () => import('../insights/Insights.svelte'),
    rail: 7,
    key: 'i',
  },
  {
    path: '/referrals',
    name: 'Who named whom',
    load: () => import('../referrals/Referrals.svelte'),
    key: 'r',
    wide: true,
  },
  { path: '/fields', name: 'Fields', load: () => import('../fields/Fields.svelte'), key: 'f' },
  { path: '/fields/:id', name: 'Field', load: () => import('../fields/OneField.svelte') },
  { path: '/openings/:id', name: 'Opening', load: () => import('../openings/Opening.svelte') },
  { path: '/people/:id/letters', name: 'Letters', load: () => import('../letters/Letters.svelte') },
  { path: '/letters/:id', name: 'Letter', load: () => import('../letters/Letter.svelte'), wide: true },
  { path: '/write', name: 'Write a letter', load: () => import('../letters/Write.svelte'), key: 'w' },
  { path: '/approaches/:id', name: 'Their answer', load: () => import('../approaches/Reply.svelte') },
  {
    path: '/conversations/:id/after',
    name: 'After the talk',
    load: () => import('../conversations/After.svelte'),
  },
  {
    path: '/keep-in-touch',
    name: 'Keep in touch',
    load: () => import('../keeping/KeepInTouch.svelte'),
    key: 'k',
  },
  {
    path: '/greetings',
    name: 'Season’s greetings',
    load: () => import('../keeping/Greetings.svelte'),
    wide: true,
  },
  {
    path: '/conversations',
    name: 'Conversations',
    load: () => import('../conversations/Conversations.svelte'),
    rail: 3,
    key: 'c',
  },
  {
    path: '/conversations/new',
    name: 'Arrange a conversation',
    load: () => import('../conversations/Arrange.svelte'),
  },
  {
    path: '/conversations/:id',
    name: 'Conversation',
    load: () => import('../conversations/Talk.svelte'),
  },
  {
    path: '/conversations/:id/prepare',
    name: 'Prepare',
    load: () => import('../conversations/Prepare.svelte'),
  },
  {
    path: '/conversations/:id/brief',
    name: 'Brief',
    load: () => import('../conversations/Brief.svelte'),
  },
  {
    path: '/conversations/:id/meet',
    name: 'Meet',
    load: () => import('../conversations/Meet.svelte'),
    alone: true,
  },
  { path: '/add', name: 'Add somebody', load: () => import('../people/AddPerson.svelte') },
  { path: '/import', name: 'Bring people in', load: () => import('../import/Import.svelte') },
  { path: '/welcome', name: 'Welcome', load: () => import('../welcome/Welcome.svelte'), alone: true },
  { path: '/me', name: 'You', load: () => import('../me/Profile.svelte'), key: 'm' },
  { path: '/me/method', name: 'Your method', load: () => import('../me/Method.svelte') },
  { path: '/me/data', name: 'Your data', load: () => import('../me/Data.svelte') },
  { path: '/me/device', name: 'This device', load: () => import('../me/Device.svelte') },
]

export interface Found {
  route: Route
  parameters: Record<string, string>
}

/** The route of a path, with what stands in the places of its parameters. */
export function findRoute(path: string): Found | undefined {
  const parts = path.split('/').filter(Boolean)
  for (const route of routes) {
    const wanted = route.path.split('/').filter(Boolean)
    if (wanted.length !== parts.length) continue
    const parameters: Record<string, string> = {}
    const fits = wanted.every((part, i) => {
      if (!part.startsWith(':')) return part === parts[i]
      parameters[part.slice(1)] = decodeURIComponent(parts[i]!)
      return true
    })
    if (fits) return { route, parameters }
  }
  return undefined
}
