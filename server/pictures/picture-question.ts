import {
  type ChartKindId,
  type ChartState,
  chartKinds,
  type Field,
  oneOf,
  pictureFields,
  readState,
  type StateOf,
  type WholeState,
} from '#server/charts/index.ts'
import { Problem, quoted, unreadable } from '#server/errors.ts'
import { repeated } from '#server/input.ts'
import { sizes } from './describe-address.ts'
import { presets } from './presets.ts'

const between = ([least, most]: readonly [number, number]): Field<number> => ({
  read: (text) => {
    const size = /^\d{1,5}$/.test(text) ? Number(text) : 0
    return size >= least && size <= most ? size : undefined
  },
  print: String,
  words: [`${least}—${most}`],
})

/** How a picture looks, beside what it shows. */
const lookFields = {
  preset: oneOf(Object.keys(presets) as (keyof typeof presets)[]),
  scale: oneOf(['1', '2', '3', '4']),
  width: between(sizes.width),
  height: between(sizes.height),
}
type Look = StateOf<typeof lookFields>

export interface PictureQuestion {
  readonly state: WholeState & Pick<StateOf<typeof pictureFields>, 'lang' | 'theme'>
  readonly look: Look
}

/** As many regions as one picture can tell apart, and a few more. */
const mostRegions = 60

const { view: _, ...askedFields } = pictureFields
/** What the address of a picture takes beside its kind. */
export const pictureAddress = { ...askedFields, ...lookFields }

/**
 * Reads what the address of a picture asks. It is strict: a picture cannot say what it did not understand.
 * @param kind the chart kind that the path names.
 * @throws Problem 400 naming the parameter that is unknown, repeated, missing or unreadable; 404 for an unknown kind.
 */
export function readPictureQuestion(kind: string, parameters: URLSearchParams): PictureQuestion {
  const view = (Object.keys(chartKinds) as ChartKindId[]).find((each) => each === kind)
  if (!view)
    throw new Problem(
      404,
      'not_found',
      `没有这种图${quoted(kind)}；可用：${Object.keys(chartKinds).join('、')}`,
      'kind',
    )
  for (const name of new Set(parameters.keys())) checkName(name, parameters)
  const [{ state, unread }, { state: look, unread: unreadLook }] = [
    readState(askedFields, parameters.toString()),
    readState(lookFields, parameters.toString()),
  ]
  const [first] = [...unread, ...unreadLook]
  if (first) throw refuse(first.name, first.text)
  const { indicator } = state
  if (indicator === undefined) throw new Problem(400, 'missing_parameter', '缺少参数 indicator', 'indicator')
  checkRegions(state)
  return { state: { ...state, indicator, view }, look }
}

/**
 * @param at what stands before the name of the parameter: `2.` of the second chart of a brief.
 * @throws Problem 400 where they are more than a picture can tell apart.
 */
export function checkRegions({ region = [] }: Pick<ChartState, 'region'>, at = ''): void {
  const field = `${at}region`
  if (region.length > mostRegions)
    throw unreadable(`参数 ${field}：给了 ${region.length} 个地区；一张图最多 ${mostRegions} 个`, field)
}

function checkName(name: string, parameters: URLSearchParams): void {
  if (!Object.hasOwn(pictureAddress, name))
    throw new Problem(
      400,
      'unknown_parameter',
      `没有参数${quoted(name)}；可用参数：${Object.keys(pictureAddress).join('、')}`,
      name,
    )
  const given = parameters.getAll(name).length
  if (given > 1) throw repeated(name, given)
  if (parameters.get(name) === '') throw unreadable(`参数 ${name}：为空`, name)
}

function refuse(name: string, text: string): Problem {
  const { words }: Field<unknown> = pictureAddress[name as keyof typeof pictureAddress]
  const hint = words ? `；可用：${words.join('、')}` : ''
  return unreadable(`参数 ${name}：${quoted(text)}看不懂${hint}`, name)
}
