import { person } from '../../core/people/person.ts'
import { everybody } from '../people/people.svelte.ts'
import { get } from '../replica/network.svelte.ts'

const kept = 'acquaint.sample'
let mark = $state(localStorage.getItem(kept))

function keep(next: string): void {
  mark = next
  localStorage.setItem(kept, next)
}

/** The network of the invented student was filled in here: its first person tells, from then on, that it still is. */
export const sampleFilled = (): void => keep('on its way')

/** Names somebody of the sample, as soon as they have come. */
export function noteSample(): void {
  const [first] = everybody()
  if (mark === 'on its way' && first) keep(first.id)
}

/** Whether this is the sample: a network that was emptied since has nobody of it. Reactive. */
export const isSample = (): boolean => mark !== null && get(person, mark) !== undefined
