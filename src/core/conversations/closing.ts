/** The closing list: what is said before one goes (C7, N2). */
export const closing = {
  thanks: 'Thank them for their time.',
  touch: 'May I stay in touch with you?',
  names: 'Whom else should I talk with?',
  help: 'How can I help you?',
} as const
