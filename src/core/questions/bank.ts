import { advice } from './bank/advice.ts'
import { careerStory } from './bank/career-story.ts'
import { closing } from './bank/closing.ts'
import { culture } from './bank/culture.ts'
import { arts } from './bank/fields/arts.ts'
import { business } from './bank/fields/business.ts'
import { data } from './bank/fields/data.ts'
import { design } from './bank/fields/design.ts'
import { education } from './bank/fields/education.ts'
import { engineering } from './bank/fields/engineering.ts'
import { environment } from './bank/fields/environment.ts'
import { finance } from './bank/fields/finance.ts'
import { health } from './bank/fields/health.ts'
import { law } from './bank/fields/law.ts'
import { media } from './bank/fields/media.ts'
import { nonprofit } from './bank/fields/nonprofit.ts'
import { publicService } from './bank/fields/public-service.ts'
import { research } from './bank/fields/research.ts'
import { software } from './bank/fields/software.ts'
import { marketable } from './bank/marketable.ts'
import { preparation } from './bank/preparation.ts'
import { support } from './bank/support.ts'
import { trends } from './bank/trends.ts'
import { work } from './bank/work.ts'
import type { BankQuestion } from './bank-question.ts'

/** Every question of the bank: those for any field in the order of the topics, then those of the fields. */
export const bank: readonly BankQuestion[] = [
  ...careerStory,
  ...work,
  ...culture,
  ...trends,
  ...preparation,
  ...marketable,
  ...support,
  ...advice,
  ...closing,
  ...software,
  ...data,
  ...health,
  ...law,
  ...finance,
  ...research,
  ...education,
  ...media,
  ...design,
  ...publicService,
  ...engineering,
  ...nonprofit,
  ...environment,
  ...business,
  ...arts,
]
