/** Questions that the student asks almost everybody; the particular ones come on top. */
export const usualQuestions = [
  'Which part of last week would you show to somebody who wants to understand your work?',
  'How did you come from what you studied to what you do now?',
  'What do people outside your field get wrong about it?',
  'Which course has helped you more than you expected?',
  'What do you wish new colleagues could already do on their first day?',
  'How do you learn what has changed in your field?',
  'When did you last change your mind about something at work?',
  'What would you do in the next two years if you were in my place?',
]
