import { groupBy } from '#data/model/group-by.ts'
import { attribute, type Element, elementsIn, parentOf, rawText } from './nodes.ts'

/** The value of a property, '' where none is given. */
export type Style = (property: string) => string

type Declarations = ReadonlyMap<string, { readonly value: string; readonly important: boolean }>

/** One simple part of a selector: `p.note#a`. */
interface Compound {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
}

interface Rule {
  /** The element last, what it stands below before it. */
  readonly path: readonly Compound[]
  readonly weight: number
  readonly declarations: Declarations
}

/** The properties that strike, hide or raise, or that say whether something does. */
const properties = new Set(
  (
    'text-decoration text-decoration-line display visibility font-size vertical-align opacity color ' +
    'background background-color background-image position left top bottom text-indent clip clip-path width height overflow'
  ).split(' '),
)

/** The properties of the elements of a page, by their `style` and the rules in the page itself. */
export function stylesOf(html: Element): (element: Element) => Style {
  const sheets = [...elementsIn(html)].filter(
    ({ tagName, attrs }) =>
      tagName === 'style' && !attrs.some(({ name, value }) => name === 'media' && !isScreen(value)),
  )
  const rules = indexRules(sheets.flatMap((sheet) => readRules(rawText(sheet))))
  return (element) => styleOf(element, rules)
}

const isScreen = (media: string) => media.trim() === '' || /\b(?:all|screen)\b/i.test(media)

/** The declarations that win for an element: the important, then its own, then the more exact, then the later. */
function styleOf(element: Element, rules: RuleIndex): Style {
  const own = readDeclarations(attribute(element, 'style'))
  const matching = rules(element)
    .filter(({ path }) => matches(element, path))
    .sort((a, b) => a.weight - b.weight)
  const style = new Map<string, string>()
  const all = [...matching.map(({ declarations }) => declarations), own]
  for (const important of [false, true])
    for (const declarations of all)
      for (const [name, each] of declarations) if (each.important === important) style.set(name, each.value)
  return (property) => style.get(property) ?? ''
}

type RuleIndex = (element: Element) => readonly Rule[]

/** Rules by the class, id or tag of the element that they are for, so that few are tried on each. */
function indexRules(rules: readonly Rule[]): RuleIndex {
  const index = groupBy(rules, ({ path }) => {
    const { id = '', classes = [], tag = '' } = path.at(-1) ?? {}
    return id ? `#${id}` : classes[0] ? `.${classes[0]}` : tag
  })
  if (index.size === 0) return () => []
  return (element) =>
    [
      '',
      element.tagName,
      `#${attribute(element, 'id')}`,
      ...classesOf(element).map((name) => `.${name}`),
    ].flatMap((key) => index.get(key) ?? [])
}

const classesOf = (element: Element) => attribute(element, 'class').split(/\s+/).filter(Boolean)

function matches(element: Element, path: readonly Compound[]): boolean {
  const last = path.at(-1)
  if (!last || !fits(element, last)) return false
  let left = path.length - 2
  for (let above = parentOf(element); left >= 0 && above; above = parentOf(above))
    if (fits(above, path[left])) left--
  return left < 0
}

function fits(element: Element, compound: Compound | undefined): boolean {
  if (!compound) return false
  const { tag, id, classes } = compound
  const names = classesOf(element)
  return (
    (tag === '' || tag === element.tagName) &&
    (id === '' || id === attribute(element, 'id')) &&
    classes.every((name) => names.includes(name))
  )
}

/** The rules of a sheet that strike, hide or raise; those for print or for some widths only are left out. */
function readRules(sheet: string): Rule[] {
  const text = sheet.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '').replace(/<!--|-->/g, '')
  return [...blocksOf(text)].flatMap(({ prelude, body }) => {
    if (/^@media\s+(?:only\s+)?(?:all|screen)\s*$/i.test(prelude)) return readRules(body)
    const declarations = prelude.startsWith('@') ? none : readDeclarations(body)
    if (declarations.size === 0) return []
    const paths = prelude.split(',').map(readSelector)
    return paths
      .filter((path) => path.length > 0)
      .map((path) => ({ path, weight: weightOf(path), declarations }))
  })
}

/** What stands before each pair of braces, and between them. */
function* blocksOf(text: string): Generator<{ prelude: string; body: string }> {
  let depth = 0
  let start = 0
  let open = 0
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    if (sign === '{' && ++depth === 1) open = index
    if (sign === ';' && depth === 0) start = index + 1
    if (sign !== '}' || depth === 0 || --depth > 0) continue
    yield { prelude: text.slice(start, open).trim(), body: text.slice(open + 1, index) }
    start = index + 1
  }
}

const none: Declarations = new Map()

function readDeclarations(body: string): Declarations {
  if (body === '') return none
  return new Map(
    body.split(';').flatMap((declaration) => {
      const [name = '', ...rest] = declaration.split(':')
      const property = name.trim().toLowerCase()
      const value = rest.join(':').trim().toLowerCase()
      const important = value.endsWith('!important')
      return properties.has(property)
        ? [[property, { value: value.replace(/\s*!important$/, ''), important }] as const]
        : []
    }),
  )
}

/** `div > p.note` as its parts; none where it asks for more than tags, classes, ids and what stands above. */
function readSelector(selector: string): Compound[] {
  const parts = selector.trim().toLowerCase() === '' ? [] : selector.trim().split(/\s*>\s*|\s+/)
  const path = parts.map((part): Compound | undefined => {
    const found = /^([a-z][\w-]*|\*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i.exec(part)
    if (!found || part === '') return undefined
    const names = found[2]?.match(/[.#][^.#]+/g) ?? []
    const [id = ''] = names.filter((name) => name.startsWith('#')).map((name) => name.slice(1))
    return {
      tag: (found[1] ?? '').replace('*', '').toLowerCase(),
      id,
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    }
  })
  return path.every((each) => each !== undefined) ? path : []
}

function weightOf(path: readonly Compound[]): number {
  return path.reduce(
    (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + 100 * classes.length + (tag ? 1 : 0),
    0,
  )
}
