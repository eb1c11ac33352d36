import type { Calendar } from '../calendar.ts'
import type { Entry } from '../diary.ts'
import { storyOf } from '../story.ts'
import { usualQuestions } from './questions.ts'

/** City and maps: planners, landscape architects, people who work with data. */
export function cityStories(calendar: Calendar): Entry[] {
  return [...planners(calendar), ...landscape(calendar), ...maps(calendar)]
}

function planners(calendar: Calendar): Entry[] {
  const beatriz = storyOf('Beatriz Carvalho', calendar)
  const camille = storyOf('Camille Desrosiers', calendar)
  const talk = calendar.workday(-71)
  return [
    beatriz.edited([-112, '20:00'], { fields: ['urban planning', 'water management'] }),
    beatriz.letter([-111, '19:30'], 'request', {
      channel: 'linkedin',
      aims: ['how a street is made to hold rain'],
    }),
    beatriz.replied([-108, '08:15'], 'later', 'The budget eats us until next month. Then, gladly.', -80),
    beatriz.letter([-80, '18:20'], 'follow-up', { channel: 'email' }),
    beatriz.replied([-78, '12:40'], 'yes', 'Now is good.'),
    ...beatriz.talked(
      {
        arranged: [-78, '13:00'],
        at: [talk, '12:15'],
        minutes: 25,
        mode: 'video',
        place: 'Her link, in the invitation',
        aims: ['how a street is made to hold rain'],
        mustAsk: ['Which of your streets failed, and what did you learn?'],
        questions: [...usualQuestions, 'How do you explain a lost parking space?'],
        research: ['Penhallow rebuilt Tannery Row as a rain street; the council vote was 8 to 7.'],
        confirmed: true,
      },
      {
        highlight: 'that the rain street on Tannery Row was won over one dentist at a time',
        advice: ['Learn to draw a section by hand; it ends more arguments than a model'],
        learnt: [
          'work (urban planning): One street at a time, and every street has a dentist',
          'marketable (urban planning): A portfolio of three drawings, not thirty',
        ],
        progress: 'I have drawn a section of our street every Sunday since, and I see the pipes now',
        thanked: '11:30',
      },
    ),
    beatriz.touched(
      [-33, '17:00'],
      'article',
      'The photographs of the sponge park; she wants them for a slide.',
    ),
    camille.letter([-74, '19:00'], 'request', { aims: ['how a deputy director divides the week'] }),
    camille.replied(
      [-70, '09:05'],
      'no',
      'She asks not to be written to; students go through the front office.',
    ),
    camille.edited([-70, '09:10'], { doNotContact: true }),
  ]
}

function landscape(calendar: Calendar): Entry[] {
  const mateo = storyOf('Mateo Quispe', calendar)
  const elif = storyOf('Elif Karadağ', calendar)
  return [
    elif.edited([-20, '20:15'], { fields: ['urban planning'], chosen: true }),
    {
      at: calendar.at(-19, '08:20'),
      act: (act) =>
        act('steps.dismiss', {
          step: 'Elif Karadağ',
          reason: 'Mateo works in the same studio. One at a time.',
        }),
    },
    mateo.edited([-9, '20:15'], { fields: ['urban planning'] }),
    mateo.letter([-8, '20:20'], 'request', {
      channel: 'linkedin',
      aims: ['what a landscape architect draws that is never built'],
    }),
    mateo.replied(
      [-1, '18:40'],
      'yes',
      'Any afternoon next week. The studio is the one with the quince tree.',
    ),
  ]
}

function maps(calendar: Calendar): Entry[] {
  const seun = storyOf('Oluwaseun Adeyemi', calendar)
  const jinwoo = storyOf('Jin-woo Baek', calendar)
  const priyanka = storyOf('Priyanka Deshmukh', calendar)
  const coffee = calendar.workday(-30)
  return [
    seun.asked([-35, '13:10'], 'phone'),
    seun.replied([-35, '13:15'], 'yes'),
    ...seun.talked(
      {
        arranged: [-35, '13:20'],
        at: [coffee, '17:30'],
        minutes: 30,
        mode: 'in-person',
        place: 'Café Ottilie, by the tram depot',
        travelMinutes: 15,
        aims: ['whether maps alone can be a job'],
        mustAsk: ['What did you have to show when you applied?'],
        questions: usualQuestions,
        research: ['Fennimore is owned by its nineteen members and publishes its rates.'],
      },
      {
        highlight: 'how a map of one bus route, with its delays, led to a job',
        advice: ['Finish one small map a month and put it where people can see it'],
        learnt: ['preparation: QGIS, then SQL; R can wait'],
        progress: 'my first small map is up, and two people have corrected it already',
        names: ['Jin-woo Baek, GIS Developer, Fennimore Data Cooperative'],
        thanked: '08:30',
      },
    ),
    seun.promised([-30, '18:20'], 'Lends me his book on map projections', 'them', -10),
    seun.touched([-12, '19:00'], 'message', 'Asks how the first map is coming along.', 'them'),
    jinwoo.edited([-12, '19:20'], { fields: ['urban planning'] }),
    jinwoo.letter([-11, '08:15'], 'request', { aims: ['how a city keeps its maps true'] }),
    jinwoo.replied([-7, '23:10'], 'yes', 'Evenings are best; I keep odd hours.'),
    ...jinwoo.arranged({
      arranged: [-6, '08:00'],
      at: [2, '17:30'],
      minutes: 30,
      mode: 'video',
      place: 'The cooperative’s meeting room, link in his message',
      aims: ['how a city keeps its maps true', 'what a cooperative is like from inside'],
      mustAsk: ['Who tells you when the map is wrong?', 'How are jobs shared out among members?'],
      questions: usualQuestions,
      research: ['He maintains the footpath layer that the city uses, and wrote about it twice.'],
    }),
    priyanka.edited([-3, '21:00'], { tags: ['after Jin-woo'] }),
  ]
}
