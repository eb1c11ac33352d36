import type { Calendar } from '../calendar.ts'
import type { Entry } from '../diary.ts'
import { storyOf } from '../story.ts'
import { usualQuestions } from './questions.ts'

/** The water people: where the professor's first two names have led by now. */
export function waterStories(calendar: Calendar): Entry[] {
  return [
    ...professor(calendar),
    ...catchmentPlanner(calendar),
    ...estuary(calendar),
    ...floodEngineers(calendar),
    ...laboratory(calendar),
  ]
}

function professor(calendar: Calendar): Entry[] {
  const ingrid = storyOf('Ingrid Aaltonen', calendar)
  const [first, second] = [calendar.workday(-139), calendar.workday(-46)]
  return [
    ingrid.asked([-146, '11:50'], 'in-person'),
    ingrid.replied([-145, '16:20'], 'yes', 'Come by after the lecture, and bring the Harl Brook maps.'),
    ...ingrid.talked(
      {
        arranged: [-145, '16:25'],
        at: [first, '14:00'],
        minutes: 30,
        mode: 'in-person',
        place: 'Earth Sciences, room 214',
        travelMinutes: 10,
        aims: ['whether hydrology without a doctorate is a real path'],
        mustAsk: ['Whom of your former students should I talk with first?'],
        questions: usualQuestions,
        research: [
          'Her group measures how fast the Harl valley drains; the newest paper is about farm ditches.',
        ],
        confirmed: true,
      },
      {
        highlight: 'that the interesting questions in water are about who decides, not about how pipes work',
        asked: ['1', '4', '6'],
        answers: ['3: By a field trip that she went on because of the bus ride.'],
        advice: ['Take the hydraulics lab before the policy courses, so that nobody can talk over you'],
        learnt: [
          'courses: Hydraulics with the lab, and one law course',
          'career story: Came to rivers by way of a flooded cellar',
        ],
        progress: 'I am enrolled in the hydraulics lab for the autumn',
        names: ['Amara Nwosu, Head of Catchment Planning, Larkspur Water Authority'],
        notes: 'Keeps a jar of mud from every river she worked on. Prefers to be asked in the corridor.',
        thanked: '10:40',
      },
    ),
    ingrid.touched(
      [-92, '12:30'],
      'meeting',
      'Told her about the talk at Larkspur; she had guessed as much.',
    ),
    ...ingrid.talked(
      {
        arranged: [-50, '12:10'],
        at: [second, '13:30'],
        minutes: 20,
        mode: 'in-person',
        place: 'Earth Sciences, room 214',
        aims: ['what research in an institute is like, compared with a utility'],
        mustAsk: ['Who does field work for a living and would tell me how it really is?'],
        questions: usualQuestions,
        research: ['Tidewrack Institute: forty people, half of their money comes from three-year grants.'],
      },
      {
        highlight: 'how to tell a summer of data from a summer of stories',
        advice: ['Keep a field notebook from now on, dated, in pencil'],
        progress: 'the notebook has forty pages by now, all in pencil',
        names: ['Xiomara Delgado, Hydrologist, Tidewrack Institute'],
        thanked: '09:15',
      },
    ),
  ]
}

function catchmentPlanner(calendar: Calendar): Entry[] {
  const amara = storyOf('Amara Nwosu', calendar)
  const tomasz = storyOf('Tomasz Wiśniewski', calendar)
  const ingrid = storyOf('Ingrid Aaltonen', calendar)
  const [visit, call] = [calendar.workday(-121), calendar.workday(-6)]
  return [
    amara.edited([-138, '18:00'], { fields: ['water management'], closeness: 2 }),
    amara.letter([-136, '10:15'], 'request', { aims: ['how a catchment plan comes about'] }),
    amara.replied([-129, '17:40'], 'yes', 'Happy to. Ask for me at the visitors’ desk.'),
    ...amara.talked(
      {
        arranged: [-129, '18:05'],
        at: [visit, '10:00'],
        minutes: 30,
        mode: 'in-person',
        place: 'Larkspur Water Authority, pump house, visitors’ desk',
        travelMinutes: 35,
        aims: ['how a catchment plan comes about', 'what a planner does in a dry summer'],
        mustAsk: ['Whose agreement is hardest to get, and how do you get it?'],
        questions: [...usualQuestions, 'What did the drought two summers ago change in your plans?'],
        research: [
          'Larkspur serves 410,000 people from three reservoirs; its drought plan is public, 90 pages.',
        ],
        confirmed: true,
      },
      {
        highlight: 'that a drought plan is mostly a promise about who goes short first',
        asked: ['1', '2', '8'],
        answers: [
          '4: That planners decide. They prepare what others decide.',
          '10: The order in which people are told, more than the plan itself.',
        ],
        advice: ['Sit in on a catchment meeting; they are open to the public and nobody comes'],
        learnt: [
          'work: Half of the week is meetings about other people’s rain',
          'support: Two summer places, given away in February',
        ],
        progress: 'I sat in on the meeting in May, and was the only one under fifty',
        names: ['Tomasz Wiśniewski, Process Engineer, Larkspur Water Authority'],
        promises: ['Send my two summers of Harl Brook samples'],
        thanked: '08:50',
      },
    ),
    amara.touched([-117, '19:20'], 'email', 'Sent the Harl Brook samples, with a note on the gaps.'),
    {
      at: calendar.at(-117, '19:25'),
      act: (act) => act('promises.done', { promise: 'Amara Nwosu' }),
    },
    ingrid.letter([-107, '20:10'], 'report-back'),
    tomasz.letter([-117, '19:40'], 'request', {
      aims: ['what happens to river water on its first day in a plant'],
    }),
    tomasz.letter([-103, '18:30'], 'follow-up'),
    tomasz.movedOn([-88, '21:00']),
    amara.touched([-64, '12:05'], 'article', 'The long piece on shared reservoirs; she had not seen it.'),
    ...amara.talked(
      {
        arranged: [-10, '09:30'],
        at: [call, '16:30'],
        minutes: 20,
        mode: 'phone',
        aims: ['which summer placements at Larkspur teach the most'],
        mustAsk: ['Which team would you send me to for a summer?'],
        questions: usualQuestions,
        research: ['The placements are advertised in spring; the flood team took two students last year.'],
        confirmed: true,
      },
      {
        highlight: 'that an embankment report is read photographs first, weather next, text last',
        advice: ['Write down what you would ask for before you see the list of placements'],
        progress: 'my list had five things, and the first placement I saw had four of them',
        names: ['Bram Hoekstra, Embankment Inspector, Larkspur Water Authority'],
        promises: ['Send the map of blocked culverts on the upper brook'],
        thanked: '09:05',
      },
    ),
    storyOf('Bram Hoekstra', calendar).draft([-1, '21:15'], 'request', {
      aims: ['what you see on an embankment that I would walk past'],
    }),
  ]
}

function estuary(calendar: Calendar): Entry[] {
  const xiomara = storyOf('Xiomara Delgado', calendar)
  const soledad = storyOf('Soledad Ibáñez', calendar)
  const leilani = storyOf('Leilani Kealoha', calendar)
  return [
    leilani.edited([-77, '20:00'], { fields: ['water management'] }),
    leilani.letter([-75, '20:30'], 'request', { aims: ['how a research associate spends a year'] }),
    leilani.letter([-61, '18:00'], 'follow-up'),
    leilani.movedOn([-46, '21:10']),
    leilani.replied(
      [-30, '06:45'],
      'later',
      'Sorry, I was at sea! Ask me again when the cruise data is in.',
      20,
    ),
    xiomara.edited([-44, '19:00'], { fields: ['water management'], emails: ['xiomara.delgado@example.org'] }),
    xiomara.letter([-40, '19:30'], 'request', {
      aims: ['what a field season asks of you', 'how one gets a first one'],
    }),
    xiomara.replied([-36, '13:20'], 'yes', 'Let us walk while we talk. Boots!'),
    ...xiomara.talked(
      {
        arranged: [-35, '18:10'],
        at: [-14, '11:00'],
        minutes: 45,
        mode: 'in-person',
        place: 'Estuary path; meet at the gauge hut, Tidewrack side',
        travelMinutes: 50,
        aims: ['what a field season asks of you'],
        mustAsk: ['What did your first season teach you that no course did?'],
        questions: [...usualQuestions, 'Who plans the season, and who changes the plan?'],
        research: ['Her sensors stand in four creeks; the readings are open and go back six years.'],
        confirmed: true,
      },
      {
        highlight: 'that a season is planned backwards from the two days a year that matter',
        advice: ['Learn to solder; half of field work is repairing what the salt has eaten'],
        learnt: ['marketable: Whoever can mend a sensor on a boat is taken along'],
        progress: 'I soldered my first three probes, and two of them work',
        names: ['Soledad Ibáñez, Regional Planner, Hollowell County'],
        notes: 'Could use hands in the spring. I said I would think about dates.',
        thanked: '10:20',
      },
    ),
    soledad.edited([-10, '20:00'], { fields: ['urban planning'], emails: ['soledad.ibanez@example.org'] }),
    soledad.letter([-9, '19:45'], 'request', {
      aims: ['how planners and scientists talk about the same shore'],
    }),
  ]
}

function floodEngineers(calendar: Calendar): Entry[] {
  const rajesh = storyOf('Rajesh Venkataraman', calendar)
  const kofi = storyOf('Kofi Osei-Mensah', calendar)
  return [
    kofi.edited([-29, '20:40'], { fields: ['water management'] }),
    kofi.letter([-28, '17:10'], 'request', {
      aims: ['when an engineer may say that a place should not be built on'],
    }),
    kofi.letter([-14, '08:30'], 'follow-up'),
    rajesh.edited([-17, '20:30'], { fields: ['water management'] }),
    rajesh.letter([-16, '09:20'], 'request', { aims: ['how far a flood model can be trusted'] }),
  ]
}

function laboratory(calendar: Calendar): Entry[] {
  const ha = storyOf('Thu Hà Nguyễn', calendar)
  return [
    ha.letter([-18, '12:15'], 'request', { aims: ['how a sample becomes a decision'] }),
    ha.replied([-18, '12:16'], 'out-of-office', undefined, -10),
  ]
}
