import type { Language } from '#data/model/language.ts'
import { type Brief, type BriefFault, mostCharts, readBrief } from '#server/charts/index.ts'
import { Problem, quoted, unreadable } from '#server/errors.ts'
import { repeated } from '#server/input.ts'
import { checkRegions } from '#server/pictures/picture-question.ts'

export interface BriefQuestion {
  readonly brief: Brief
  readonly language: Language
}

/** What is asked of the file beside the brief itself. */
const ofFile: ReadonlySet<string> = new Set(['lang', 'snapshot'])

/**
 * Reads what the address of a brief asks. It is strict: a file cannot say what it did not understand.
 * @throws Problem 400 naming the parameter that is unknown, repeated, missing, unreadable, or one too many.
 */
export function readBriefQuestion(search: string): BriefQuestion {
  const { brief, faults } = readBrief(search, ofFile)
  const [fault] = faults
  if (fault) throw refuse(fault)
  if (brief.items.length === 0)
    throw new Problem(400, 'missing_parameter', '简报里没有图：缺少参数 1.indicator', '1.indicator')
  for (const [at, { chart }] of brief.items.entries()) checkRegions(chart, `${at + 1}.`)
  return { brief, language: readLanguage(new URLSearchParams(search).getAll('lang')) }
}

function readLanguage([given = 'zh', ...more]: readonly string[]): Language {
  if (more.length > 0) throw repeated('lang', more.length + 1)
  if (given === 'zh' || given === 'en') return given
  throw unreadable(`参数 lang：没有${quoted(given)}；可用：zh、en`, 'lang')
}

function refuse({ kind, name, text, words = [] }: BriefFault): Problem {
  switch (kind) {
    case 'too_many':
      return unreadable(`参数 ${name.slice(0, 20)}：一份简报最多 ${mostCharts} 张图`, name.slice(0, 20))
    case 'unknown':
      return new Problem(
        400,
        'unknown_parameter',
        `没有参数${quoted(name)}；可用参数：${words.join('、')}`,
        name.slice(0, 60),
      )
    case 'repeated':
      return repeated(name, 2)
    case 'missing':
      return new Problem(400, 'missing_parameter', `缺少参数 ${name}`, name)
    case 'unreadable': {
      const hint = words.length > 0 ? `；可用：${words.join('、')}` : ''
      return unreadable(`参数 ${name}：${text === '' ? '为空' : `${quoted(text)}看不懂`}${hint}`, name)
    }
  }
}
