import { writeVCard } from '../formats/vcard/write-vcard.ts'
import type { Profile } from '../profile/profile.ts'

/** The user's own contact card (vCard 3.0, which every phone reads), short enough for a QR code; nothing without a name. */
export function ownCard(me: Pick<Profile, 'name' | 'email' | 'phone' | 'year' | 'major' | 'school'>): string {
  if (!me.name) return ''
  const role = [me.year, me.major].filter(Boolean).join(', ')
  return writeVCard(
    [
      {
        name: me.name,
        emails: me.email ? [me.email] : [],
        phones: me.phone ? [me.phone] : [],
        urls: [],
        tags: [],
        ...(me.school && { organization: me.school }),
        ...(role && { role }),
      },
    ],
    '3.0',
  )
}
