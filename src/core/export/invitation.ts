import { conversation } from '../conversations/conversation.ts'
import { writeCalendar } from '../formats/ics/write-calendar.ts'
import { DomainError, notFound } from '../kernel/errors.ts'
import type { Id } from '../kernel/ids.ts'
import type { ReadTx } from '../kernel/tx.ts'
import { getPerson } from '../people/commands.ts'
import { readProfile } from '../profile/profile.ts'

/**
 * An invitation to a talk that is arranged, as a calendar file to send along. Where both addresses are known it asks
 * for an answer, in the user's name (REQUEST); else it is an entry to be taken over (PUBLISH; RFC 5546). The user's own
 * notes do not go with it.
 */
export async function invitation(tx: ReadTx, id: Id): Promise<{ content: string; name: string }> {
  const talk = await tx.get(conversation, id)
  if (!talk) throw notFound('conversation', id)
  if (talk.status !== 'arranged')
    throw new DomainError(
      'WRONG_STATE',
      `This talk is on record as ${talk.status}: there is nothing to invite to.`,
      {
        id,
        status: talk.status,
      },
    )
  const guest = await getPerson(tx, talk.personId)
  const { name, email } = await readProfile(tx)
  const guestEmail = guest.emails[0]
  const answered = email !== undefined && guestEmail !== undefined
  const content = writeCalendar({
    method: answered ? 'REQUEST' : 'PUBLISH',
    entries: [
      {
        uid: talk.id,
        changedAt: talk.updatedAt,
        sequence: talk.revision,
        when: { startsAt: talk.startsAt, minutes: talk.minutes },
        summary: name ? `Conversation: ${name} and ${guest.name}` : `Conversation with ${guest.name}`,
        ...(talk.place && { place: talk.place }),
        busy: true,
        ...(answered && {
          organizer: { email, ...(name && { name }) },
          attendees: [{ name: guest.name, email: guestEmail }],
        }),
      },
    ],
  })
  return { content, name: guest.name }
}
