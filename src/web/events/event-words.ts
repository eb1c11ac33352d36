import type { EventKind, NetworkEvent } from '../../core/events/event.ts'

export const eventKindWords: Readonly<Record<EventKind, string>> = {
  conference: 'Conference',
  workshop: 'Workshop',
  panel: 'Panel',
  'information-session': 'Information session',
  fair: 'Fair',
}

export const eventStatusWords: Readonly<Record<NetworkEvent['status'], string>> = {
  planned: 'Planned',
  registered: 'Registered',
  attended: 'You were there',
  missed: 'You were not there',
  cancelled: 'Not going',
}
