import type { ArticleContext } from '../article-context.ts'
import { isAim } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { isAhead } from '../time/publication.ts'
import { withYear } from '../time/read-period.ts'
import { resolver, stated } from './resolver.ts'

interface Memory {
  /** 力争 holds to the end of its sentence. */
  readonly aiming: boolean
  /** 预计 holds as long as nothing else is named. */
  readonly expecting: boolean
  /** What is expected; '' while it is still to be named: 「预计2024年，」. */
  readonly subject: string
  readonly paragraph: number
  readonly sentence: number
}

/** 「力争到2026年」, 「预计」: what is still to come. */
export const mood = resolver({
  writes: 'mood',
  reads: [],
  examples: [['2024年，算力规模力争突破300EFLOPS。', 'computing_power CN 2024-12 level 300EFLOPS target']],
  begin: (article) => {
    let memory: Memory = { aiming: false, expecting: false, subject: '', paragraph: -1, sentence: -1 }
    return (mention) => {
      memory = remember(memory, mention)
      if (memory.aiming && isOver(mention, article)) memory = { ...memory, aiming: false }
      if (memory.aiming || mention.roles.has('planned') || isAim(mention.clause)) return stated('aim')
      return memory.expecting ? stated('expectation') : undefined
    }
  },
})

/** 「力争全年增长10%，前三季度完成840亿元」: months that were over when the text was published are no aim. */
function isOver({ roles }: Mention, article: ArticleContext): boolean {
  const { period } = roles
  if (!period?.months || period.moment || !article.published || roles.has('target')) return false
  const dated = withYear(period, { year: undefined }, article)
  return dated?.months !== undefined && dated.months[1] < 12 && !isAhead(dated, article)
}

function remember(memory: Memory, { paragraph, sentence, roles }: Mention): Memory {
  const same = memory.paragraph === paragraph && memory.sentence === sentence
  const says = roles.has('expected')
  const before = same && !says ? memory.subject : ''
  const named = roles.indicators.flatMap(({ codes }) => codes).join() || (roles.unknown ? 'unknown' : before)
  return {
    aiming: (same && memory.aiming) || roles.has('target'),
    expecting: says || (same && memory.expecting && (before === '' || named === before)),
    subject: named,
    paragraph,
    sentence,
  }
}
