import { z } from 'zod'
import { invalid } from '../../core/kernel/errors.ts'
import type { Fresh } from '../../core/kernel/table.ts'
import { editProfile } from '../../core/method/commands.ts'
import { sayOf } from '../../core/profile/commands.ts'
import { type Profile, readProfile } from '../../core/profile/profile.ts'
import { commandOperation, queryOperation } from './operation.ts'
import { date, line } from './schemas.ts'

const nullable = z.string().nullable()
const profileOut = z.object({
  name: nullable,
  email: nullable,
  phone: nullable,
  year: nullable,
  stage: z.enum(['student', 'changer']).nullable(),
  major: nullable,
  school: nullable,
  experiences: z.array(z.string()),
  skills: z.array(z.string()),
  strengths: z.array(z.string()),
  interests: z.array(z.string()),
  sentences: z
    .array(z.object({ about: z.string(), text: z.string() }))
    .describe('What you would say of an experience, a skill, a strength or an interest (P5)'),
  question: nullable,
  wordsAMinute: z.int().nullable().describe('Your own pace, from rehearsing'),
  timeZone: nullable,
  away: z
    .object({ from: z.string(), until: z.string() })
    .nullable()
    .describe('A vacation: its first day, and the day on which you are back'),
})

const presentProfile = (row: Fresh<Profile>): z.output<typeof profileOut> => ({
  name: row.name ?? null,
  email: row.email ?? null,
  phone: row.phone ?? null,
  year: row.year ?? null,
  stage: row.stage ?? null,
  major: row.major ?? null,
  school: row.school ?? null,
  experiences: row.experiences,
  skills: row.skills,
  strengths: row.strengths,
  interests: row.interests,
  sentences: row.sentences ?? [],
  question: row.question ?? null,
  wordsAMinute: row.wordsAMinute ?? null,
  timeZone: row.timeZone ?? null,
  away: row.awayFrom && row.awayUntil ? { from: row.awayFrom, until: row.awayUntil } : null,
})

export const profileOperations = [
  queryOperation({
    name: 'profile.show',
    summary: 'Show who you are, as your letters and your introduction say it',
    input: z.strictObject({}),
    output: profileOut,
    errors: [],
    rights: 'read',
    rest: 'GET /profile',
    commandLine: { words: ['profile', 'show'], examples: ['profile show'] },
    run: async (tx) => presentProfile(await readProfile(tx)),
  }),
  commandOperation({
    command: sayOf,
    summary: 'Tie an experience, skill, strength or interest to the sentence that you would say of it (P5)',
    input: z.strictObject({
      about: line('What it is about: the words on your profile, or the beginning of them'),
      sentence: line('What you would say; without it, what you said before is taken off').optional(),
    }),
    output: profileOut,
    errors: [],
    rights: 'write',
    rest: 'POST /profile/sentences',
    commandLine: {
      words: ['profile', 'say'],
      positional: ['about'],
      examples: [
        'profile say "water lab" --sentence "Sampling the same brook every Monday taught me that numbers need a story."',
      ],
    },
    toInput: (input) => input,
    present: async (_, row) => presentProfile(row),
  }),
  commandOperation({
    command: editProfile,
    summary: 'Say who you are (P5, P6)',
    input: z.strictObject({
      name: line('Your full name').optional(),
      email: z
        .email('An e-mail address looks like name@example.org.')
        .optional()
        .describe('Your e-mail address'),
      phone: line('Your number').optional(),
      year: line('Your year, such as "second-year"').optional(),
      stage: z
        .enum(['student', 'changer'])
        .optional()
        .describe('Whether you study, or come from another field; the questions differ'),
      major: line('What you study').optional(),
      school: line('Where').optional(),
      experiences: z
        .array(line('An experience'))
        .optional()
        .describe('What you have done; replaces the list'),
      skills: z.array(line('A skill')).optional().describe('What you can do; replaces the list'),
      strengths: z.array(line('A strength')).optional().describe('What you are good at; replaces the list'),
      interests: z.array(line('A field')).optional().describe('Fields you explore; replaces the list'),
      question: line('The question that ends your introduction').optional(),
      timeZone: line('Your time zone, such as America/Chicago').optional(),
      awayFrom: date('The first day of a vacation, during which nothing falls due (X5)').optional(),
      awayUntil: date('The day on which you are back (X5)').optional(),
      notAway: z.boolean().optional().describe('The vacation is called off (X5)'),
    }),
    output: profileOut,
    errors: [],
    rights: 'write',
    rest: 'PATCH /profile',
    commandLine: {
      words: ['profile', 'edit'],
      options: { experiences: 'experience', skills: 'skill', strengths: 'strength', interests: 'interest' },
      examples: [
        'profile edit --name "Rosa Lind" --year second-year --major biology --interest "public health"',
      ],
    },
    toInput: ({ awayFrom: from, awayUntil: until, notAway, ...edit }) => {
      if ((from === undefined) !== (until === undefined))
        throw invalid(from ? 'awayUntil' : 'awayFrom', 'Say both: when you leave and when you are back.')
      return { ...edit, ...(notAway ? { away: 'none' } : from && until ? { away: { from, until } } : {}) }
    },
    present: async (_, row) => presentProfile(row),
  }),
]
