import { invoke } from '../../src/server/operations/invoke.ts'
import type { Operation, Services } from '../../src/server/operations/operation.ts'
import { allOperations } from '../../src/server/operations/registry.ts'
import { fakeServices, owner } from '../doors/fake-services.ts'
import type { Fact } from './facts.ts'
import { type OracleStep, oracle } from './oracle.ts'
import type { Story } from './story.ts'
import { storyOf, tell } from './tell.ts'

/** A line of Today as the product answers it. */
export interface ProductStep {
  id: string
  kind: string
  subject: { type: string; id: string; name: string }
  rule: string
  dueAt: string
  overdue: boolean
}

type WithoutTime<F> = F extends unknown ? Omit<F, 'at'> : never
/** A fact whose time is when the command ran. */
export type NewFact = WithoutTime<Fact>

/** What the program refuses because of the state of things; a life goes on without it. */
const refusals = ['WRONG_STATE', 'CONFLICT', 'NOT_FOUND', 'INVALID_INPUT']

/** One student with a network of their own, who does everything through the commands; and what the oracle hears of it. */
export class Student {
  readonly home = 'Europe/Berlin'
  readonly facts: Fact[] = []
  readonly refused: string[] = []
  now: number
  commands = 0
  private told = { story: storyOf([], this.home), facts: 0 }
  private readonly services: Services = fakeServices()
  private readonly operations: Map<string, Operation>

  private constructor(operations: Map<string, Operation>, now: number) {
    this.operations = operations
    this.now = now
  }

  static async born(now: number): Promise<Student> {
    return new Student(new Map((await allOperations()).map((one) => [one.name, one])), now)
  }

  /** What the student's own choices rest on: told fact by fact, where the oracle begins from nothing each time. */
  story(): Story {
    if (this.told.facts > this.facts.length) this.told = { story: storyOf([], this.home), facts: 0 }
    for (; this.told.facts < this.facts.length; this.told.facts++)
      tell(this.told.story, this.facts[this.told.facts]!)
    return this.told.story
  }

  expected(days = 0): OracleStep[] {
    return oracle(this.facts, this.home, this.now, days)
  }

  async today(days = 0): Promise<ProductStep[]> {
    return ((await this.ask('today', { days })) as { steps: ProductStep[] }).steps
  }

  /** Runs a command, and notes what the oracle should know of it; nothing where the program refuses. */
  async do<Answer>(
    name: string,
    input: Record<string, unknown>,
    facts: (answer: Answer) => NewFact[],
  ): Promise<Answer | undefined> {
    try {
      const answer = (await this.ask(name, input)) as Answer
      this.commands += 1
      for (const fact of facts(answer)) this.note(fact)
      return answer
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (!code || !refusals.includes(code)) throw error
      this.refused.push(`${name} ${code}: ${message}`)
      return undefined
    }
  }

  /** Tells the oracle. */
  note(fact: NewFact): void {
    this.facts.push({ ...fact, at: this.now } as Fact)
  }

  /** Reads something that a deed needs to go on from. */
  async look<Answer>(name: string, input: Record<string, unknown>): Promise<Answer> {
    return (await this.ask(name, input)) as Answer
  }

  /** Does something with one command and takes it back at once: as if it had never been. */
  async regret(action: () => Promise<unknown>): Promise<void> {
    const [facts, commands] = [this.facts.length, this.commands]
    await action()
    if (this.commands === commands) return
    const [entry] = (await this.ask('history', { limit: 1 })) as { id: string }[]
    // A command that changed nothing cannot be taken back, and need not be.
    await this.do('undo', { id: entry!.id }, () => [])
    this.facts.length = facts
  }

  private async ask(name: string, input: Record<string, unknown>): Promise<unknown> {
    const operation = this.operations.get(name)
    if (!operation) throw new Error(`There is no operation "${name}"`)
    const { result } = await invoke(this.services, operation, input, {
      ownerId: owner,
      actor: 'owner',
      door: 'test',
      rights: ['read', 'write', 'owner'],
      now: this.now,
      timeZone: this.home,
    })
    return result
  }
}
