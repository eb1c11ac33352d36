/** A rule of the method as the user reads it: what it asks, and why. */
export interface Rule {
  /** What it asks, as a short sentence. */
  title: string
  /** Why it is so, for somebody who wonders. */
  why: string
}

/** Every rule of the method by its id, in the order of the work: why, build, make contact, prepare, converse, follow up. */
export const rules = {
  W1: {
    title: 'Networking is people and conversations',
    why: 'You start, develop and keep professional relationships. They also lead you to those who shape a field, and to its news.',
  },
  W2: {
    title: 'Go in to learn, not to get a job',
    why: 'People gladly tell what they know. Who is asked for a job has to say no, and the conversation ends there.',
  },
  W3: {
    title: 'You lead the conversation',
    why: 'You asked for it, so you bring the aims, the questions and an eye on the clock.',
  },
  W4: {
    title: 'Ask for what cannot be looked up',
    why: 'Your contact knows what stands nowhere. What a search would answer wastes the time of both.',
  },
  W5: {
    title: 'In time, contacts become advocates',
    why: 'Somebody who knows you well may put in a word, or tell you of an opening before it is posted. Each step there rests on something that happened.',
  },
  W6: {
    title: 'Ask for their story, their experience and their advice',
    why: 'How they came to it, what the field is like, which courses and preparation help, what makes one marketable, and how to search.',
  },
  N1: {
    title: 'Two kinds of contact: referred to you, or found by you',
    why: 'How you know of somebody decides how you write to them, so it is kept with everybody.',
  },
  N2: {
    title: 'Ask everybody for names',
    why: 'A referral opens a door that a letter to a stranger does not. Use it while it is still expected.',
  },
  N3: {
    title: 'Go where the people of your field meet',
    why: 'Conferences, workshops, panels and information sessions bring many contacts in one day.',
  },
  N4: {
    title: 'Prepare for the event itself',
    why: 'Registering, dress and travel have dates of their own; missed, they cost the whole event.',
  },
  N5: {
    title: 'Ask for the student rate',
    why: 'Many events have one and do not say so.',
  },
  N6: {
    title: 'You may meet somebody anywhere',
    why: 'A name not written down on the train is lost. Noting it takes a few seconds.',
  },
  O1: {
    title: 'The closer you are, the more direct the channel',
    why: 'A call suits somebody you speak with often. To others, a letter leaves the time to answer.',
  },
  O2: {
    title: 'Say first who sent you',
    why: 'A name that they know is the reason why they read on.',
  },
  O3: {
    title: 'Say why you write and what you hope to learn',
    why: 'They can only say yes to something definite: their position, their field, their career story.',
  },
  O4: {
    title: 'Ask directly for a short, definite time',
    why: 'Twenty to thirty minutes are easy to give. An open question is easy to put off.',
  },
  O5: {
    title: 'Best is a visit at their workplace',
    why: 'You see how people work there. Another place, video or telephone are the next best.',
  },
  O6: {
    title: 'Wait two weeks, then write once more',
    why: 'Most silence is a full inbox. One friendly reminder is welcome; an early one is not.',
  },
  O7: {
    title: 'After the second attempt, move on',
    why: 'Others may be more receptive. Nothing is lost: a late reply takes up where you left off.',
  },
  P1: {
    title: 'Research the field, its jobs and the organisation',
    why: 'Who knows the basics asks better questions, and gets fuller answers.',
  },
  P2: {
    title: 'Know what you want to learn',
    why: 'One to three aims make the most of a short time.',
  },
  P3: {
    title: 'Bring ten to fifteen questions',
    why: 'Enough to follow the conversation wherever it goes; nobody has to ask them all.',
  },
  P4: {
    title: 'Your questions show your preparation',
    why: 'An open, informed question tells them that you take the field seriously.',
  },
  P5: {
    title: 'Know how your experience shaped your interests',
    why: 'They will ask about you, too. A sentence for each experience is enough.',
  },
  P6: {
    title: 'Have a 30-second introduction',
    why: 'Who you are, what you study, what you bring, and a question that starts the conversation.',
  },
  C1: {
    title: 'Dress as people dress there',
    why: 'It is seen before you say anything, on a screen as well.',
  },
  C2: {
    title: 'Arrive early',
    why: 'Ten minutes leave room for a late bus and a calm start.',
  },
  C3: {
    title: 'Begin with your introduction',
    why: 'It tells them who is asking, and gives the conversation its direction.',
  },
  C4: {
    title: 'Keep it short',
    why: 'A brief introduction sounds more genuine, and they come to speak sooner.',
  },
  C5: {
    title: 'Let it flow',
    why: 'The important questions come first, so it does not matter which of the others are left.',
  },
  C6: {
    title: 'Keep to the time you asked for',
    why: 'Who keeps to it is gladly seen again.',
  },
  C7: {
    title: 'Close with thanks, and ask to stay in touch',
    why: 'Thanks, staying in touch, who else to meet, how you can help: four small sentences that decide what comes next.',
  },
  F1: {
    title: 'Thank them within 48 hours',
    why: 'Say what was valuable, and name each piece of advice and each referral: it shows that you listened.',
  },
  F2: {
    title: 'Sending the thank-you opens the next exchange',
    why: 'What you promised, and when you will be in touch again, is dated from then on.',
  },
  F3: {
    title: 'Keep a log',
    why: 'With whom, when, what came of it, what to remember: in a year nobody knows it by heart.',
  },
  F4: {
    title: 'Be in touch every quarter',
    why: 'One conversation is no relationship yet. Whatever passes between you counts.',
  },
  F5: {
    title: 'Have a reason to write',
    why: 'A greeting of the season, an article for their field, a coffee when you are in town.',
  },
  X1: {
    title: 'Tell the one who named somebody what came of it',
    why: 'Who opened a door likes to hear what was behind it, and opens another.',
  },
  X2: {
    title: 'Confirm a day or two before, with the time zone',
    why: 'A line catches the wrong hour while it can still be changed.',
  },
  X3: {
    title: 'A request fits on one screen',
    why: 'A short letter is read at once; a long one is kept for later.',
  },
  X4: {
    title: 'No résumé with the first letter',
    why: 'It makes a conversation look like an application. Offices disagree, so you can set it.',
  },
  X5: {
    title: 'Absences and holidays move the clock',
    why: 'Nobody answers from a beach. Neither do you write from one.',
  },
  X6: {
    title: 'Say what you did with their advice',
    why: 'Nothing makes advice worth giving like seeing it used.',
  },
  X7: {
    title: 'Not more than you can mean',
    why: 'A few open requests at one employer, a few notes a week: colleagues talk, and hurried notes read so.',
  },
  X8: {
    title: 'Another school counts otherwise',
    why: 'The two-hour job search counts business days, writes to a second contact sooner, and keeps letters shorter.',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
export const ruleIds = Object.keys(rules) as RuleId[]
