import type { Calendar } from '../calendar.ts'
import type { Entry } from '../diary.ts'
import { onTheOpenTalk, storyOf } from '../story.ts'
import { usualQuestions } from './questions.ts'

/** Public health, the museum and the marsh: fields that the student did not think of at first. */
export function healthAndNatureStories(calendar: Calendar): Entry[] {
  return [
    ...hospital(calendar),
    ...county(calendar),
    ...clinic(calendar),
    ...museum(calendar),
    ...marsh(calendar),
  ]
}

function hospital(calendar: Calendar): Entry[] {
  const gulnara = storyOf('Gulnara', calendar)
  const yosef = storyOf('Yosef Gebremariam', calendar)
  const pilar = storyOf('Pilar Etxeberria', calendar)
  return [
    gulnara.asked([-104, '19:00'], 'phone'),
    gulnara.replied([-104, '19:05'], 'yes', 'After the night shifts, with tea.'),
    ...gulnara.talked(
      {
        arranged: [-104, '19:10'],
        at: [calendar.workday(-97), '17:00'],
        minutes: 25,
        mode: 'in-person',
        place: 'Her kitchen, two doors down',
        aims: ['what a hospital knows about the town around it'],
        mustAsk: ['What do you see on the ward that begins somewhere else?'],
        questions: usualQuestions,
        research: ['Northmere publishes its admissions by district.'],
      },
      {
        highlight: 'that a ward knows which streets flooded last month',
        advice: ['Ask nurses before you ask managers; they have counted it already'],
        learnt: ['field: Small teams, long waits for money, quick thanks'],
        progress: 'I asked three nurses on the ward, and they had counted it indeed',
        names: ['Yosef Gebremariam, Nurse, Northmere Hospital'],
        thanked: '18:45',
      },
    ),
    yosef.letter([-90, '20:00'], 'request', { aims: ['how an infection is traced through a building'] }),
    yosef.replied([-86, '07:10'], 'no', 'Not this winter, he writes; two colleagues are missing.'),
    pilar.edited([-33, '20:10'], { fields: ['public health'], chosen: true, pausedUntil: calendar.date(40) }),
  ]
}

function county(calendar: Calendar): Entry[] {
  const farah = storyOf('Farah Rahimi', calendar)
  const lesya = storyOf('Леся Коваленко', calendar)
  return [
    farah.edited([-93, '20:00'], { fields: ['public health', 'water management'] }),
    farah.letter([-92, '18:30'], 'request', { aims: ['how a well is closed, and opened again'] }),
    farah.replied([-88, '11:25'], 'yes', 'Between two inspections, by video.'),
    ...farah.talked(
      {
        arranged: [-88, '12:00'],
        at: [calendar.workday(-81), '15:30'],
        minutes: 20,
        mode: 'video',
        aims: ['how a well is closed, and opened again'],
        mustAsk: ['When do you shut a tap on the spot?'],
        questions: [...usualQuestions, 'How much of the week is outdoors?'],
        research: ['The county inspects 230 private wells a year with four inspectors.'],
        confirmed: true,
      },
      {
        highlight: 'why the answer is to keep drinking, nine times out of ten',
        advice: ['Do the sampling certificate this summer; it takes two days and opens every lab'],
        learnt: ['courses (public health): Epidemiology, even one term of it'],
        progress: 'I have a place on the July course',
        thanked: '16:10',
      },
    ),
    lesya.edited([-12, '20:05'], { fields: ['public health'] }),
    lesya.letter([-11, '18:15'], 'request', { aims: ['how an outbreak looks in its first week'] }),
    lesya.replied([-6, '14:50'], 'yes', 'A call is easiest for me.'),
    ...lesya.arranged({
      arranged: [-6, '15:10'],
      at: [calendar.workday(6), '11:30'],
      minutes: 25,
      mode: 'phone',
      place: 'She calls me',
    }),
  ]
}

function clinic(calendar: Calendar): Entry[] {
  const chipo = storyOf('Chipo Marufu', calendar)
  const [fallen, held] = [calendar.workday(-55), calendar.workday(-48)]
  return [
    chipo.letter([-66, '17:20'], 'request', { aims: ['how to reach people who do not come to the clinic'] }),
    chipo.replied([-62, '10:00'], 'yes'),
    ...chipo.arranged({
      arranged: [-62, '10:30'],
      at: [fallen, '13:00'],
      minutes: 20,
      mode: 'phone',
      confirmed: true,
    }),
    onTheOpenTalk(calendar.at(fallen, '13:20'), 'Chipo Marufu', 'conversations.record', {
      outcome: 'cancelled',
      notes: 'Half the staff are ill, so she is at the desk. Next week instead.',
    }),
    ...chipo.talked(
      {
        arranged: [fallen, '18:00'],
        at: [held, '13:00'],
        minutes: 20,
        mode: 'phone',
        aims: ['how to reach people who do not come to the clinic'],
        mustAsk: ['What did you try that nobody wanted?'],
        questions: usualQuestions,
        research: ['The clinic’s bus stops at the market on Thursdays.'],
      },
      {
        highlight: 'that the bus works because it is late at the same time every week',
        notes: 'Moves to her sister’s in Harare in spring, and says goodbye for now.',
        stayInTouch: 'no',
        thanked: '12:00',
      },
    ),
  ]
}

function museum(calendar: Calendar): Entry[] {
  const dagny = storyOf('Dagný Helgadóttir', calendar)
  const yumiko = storyOf('田中由美子', calendar)
  return [
    dagny.letter([-13, '19:10'], 'request', {
      fields: ['freshwater collections'],
      aims: ['what a river is good for in a museum'],
    }),
    dagny.replied([-9, '10:35'], 'yes', 'Come to the stores, they are better than the galleries.'),
    ...dagny.arranged({
      arranged: [-9, '12:00'],
      at: [1, '14:00'],
      minutes: 30,
      mode: 'in-person',
      place: 'Cairnfoot Museum, back door on Weir Lane',
      travelMinutes: 30,
      aims: ['what a river is good for in a museum'],
      mustAsk: ['Which jar in the stores would you save first?'],
      questions: usualQuestions.slice(0, 6),
      research: ['The freshwater stores hold mussels from 1871 on, from rivers that are pipes today.'],
      confirmed: true,
    }),
    yumiko.touched(
      [-52, '15:00'],
      'message',
      'Sent her the photographs of the brook that she had asked for.',
    ),
  ]
}

function marsh(calendar: Calendar): Entry[] {
  const siobhan = storyOf('Siobhán Ní Bhriain', calendar)
  const alFassi = storyOf('محمد الفاسي', calendar)
  const talk = thankedToday(calendar)
  return [
    siobhan.edited([-24, '20:00'], { fields: ['water management'] }),
    siobhan.letter([-23, '18:05'], 'request', { aims: ['how a small group keeps a marsh for twenty years'] }),
    siobhan.replied([-19, '21:30'], 'yes', 'Come and count birds with us, we talk on the way.'),
    ...siobhan.talked(
      {
        arranged: [-18, '08:10'],
        at: talk,
        minutes: 30,
        mode: 'in-person',
        place: 'Saltmarsh Alliance, the hide at Lowgate',
        travelMinutes: 40,
        aims: ['how a small group keeps a marsh for twenty years'],
        mustAsk: ['What would end the Alliance, and what has nearly done so?'],
        questions: [...usualQuestions, 'How do volunteers become colleagues?'],
        research: ['The Alliance owns 62 hectares and rents 40 more from a sheep farmer.'],
        confirmed: true,
      },
      {
        highlight: 'that the Alliance bought its first field with the money for a car park study',
        advice: ['Ask small groups for their worst year; they have all kept the minutes'],
        notes: 'Eleven redshanks. Noah leads the Saturday count, and is the one to ask about summer work.',
      },
    ),
    alFassi.edited([-25, '21:40'], { chosen: true, fields: ['water management'] }),
    {
      at: calendar.at(-24, '07:50'),
      act: (act) => act('steps.snooze', { step: 'محمد الفاسي', until: calendar.date(4) }),
    },
  ]
}

/** A talk whose thanks are due later today; late in the evening there is no such hour, and it was yesterday. */
function thankedToday({ now, at }: Calendar): [number, string] {
  const hour = 3_600_000
  const spare = ['10:30', '16:00', '19:15'].find((time) => at(-2, time) + 48 * hour > now + hour)
  return spare ? [-2, spare] : [-1, '11:00']
}
