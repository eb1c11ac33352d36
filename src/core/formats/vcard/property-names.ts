/** The properties that RFC 6350, RFC 2426 and vCard 2.1 name, and some that products add without the "X-". */
const known = new Set(
  `BEGIN END VERSION PRODID REV UID KIND XML SOURCE PROFILE NAME FN N NICKNAME PHOTO BDAY DEATHDATE ANNIVERSARY GENDER
  ADR LABEL TEL EMAIL IMPP LANG TZ GEO TITLE ROLE LOGO ORG MEMBER RELATED CATEGORIES NOTE SOUND CLIENTPIDMAP URL KEY
  FBURL CALADRURI CALURI MAILER AGENT CLASS SORT-STRING SOCIALPROFILE CARD EXPERTISE HOBBY INTEREST ORG-DIRECTORY
  DESCRIPTION SUMMARY LOCATION BIRTHPLACE DEATHPLACE CREATED PRONOUNS GRAMGENDER LANGUAGE JSPROP`
    .split(/\s+/)
    .filter(Boolean),
)

/** The properties whose texts have lines; only there is a line without a name taken for the rest of the text. */
const withLines = new Set(['NOTE', 'LABEL', 'ADR', 'DESCRIPTION', 'COMMENT', 'SUMMARY', 'LOCATION'])

/** Whether a line that begins so begins a property: a known name, one with "X-", or one all in capitals. */
export function isPropertyName(name: string): boolean {
  if (known.has(name.toUpperCase()) || /^x-[\w-]+$/i.test(name)) return true
  return /^[A-Z][A-Z0-9_-]{2,}$/.test(name)
}

/** Whether a value may go on over line breaks that are neither folded nor escaped. Takes a name in capitals. */
export const mayHoldLines = (name: string): boolean => withLines.has(name)
