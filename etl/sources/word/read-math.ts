import { childOf, childrenOf, type XmlElement } from '../xml/read-xml.ts'

/** A formula in one line: 3.8×10^4, a/b. Undefined where it has parts that no line can show: sums, matrices, roots. */
export function readMath(element: XmlElement): string | undefined {
  const parts = childrenOf(element)
    .filter(({ name }) => !name.endsWith('Pr'))
    .map(readPart)
  return parts.includes(undefined) ? undefined : parts.join('')
}

function readPart(element: XmlElement): string | undefined {
  if (element.name === 'm:t') return element.children.filter((child) => typeof child === 'string').join('')
  const form = forms[element.name]
  if (!form) return plain.has(element.name) ? readMath(element) : undefined
  const [before = '', after = ''] = form.parts.map((name) => {
    const part = childOf(element, name)
    return part ? readMath(part) : undefined
  })
  return before === undefined || after === undefined ? undefined : `${before}${form.sign}${after}`
}

/** Elements whose parts stand one behind the other. */
const plain = new Set('m:oMath m:r m:e m:num m:den m:sup m:sub'.split(' '))

const forms: Readonly<Record<string, { readonly sign: string; readonly parts: readonly [string, string] }>> =
  {
    'm:f': { sign: '/', parts: ['m:num', 'm:den'] },
    'm:sSup': { sign: '^', parts: ['m:e', 'm:sup'] },
  }
