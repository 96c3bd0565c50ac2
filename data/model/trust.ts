import type { Text } from './language.ts'

interface TrustEntry {
  readonly name: Text
  readonly meaning: Text
}

/** How far a reader can follow a number to where it was said, the furthest first. */
export const trusts = {
  quote: {
    name: { zh: '原句可见', en: 'Sentence at hand' },
    meaning: { zh: '可以打开读出这个数字的原句', en: 'The sentence it was read from can be opened' },
  },
  link: {
    name: { zh: '有链接', en: 'Linked' },
    meaning: { zh: '来源有网址，没有原句', en: 'Its document has an address; the sentence is not kept' },
  },
  title: {
    name: { zh: '仅有题名', en: 'Title only' },
    meaning: { zh: '只知道来源的题名和发布机构', en: 'Only title and issuer of its document are known' },
  },
} as const satisfies Record<string, TrustEntry>

export type Trust = keyof typeof trusts
export const trustCodes = Object.keys(trusts) as [Trust, ...Trust[]]

interface Evidence {
  readonly quote?: string | null | undefined
  /** The address of its document, or ''. */
  readonly url: string
}

/** How far a printed number can be followed. */
export const trustOf = ({ quote, url }: Evidence): Trust => (quote ? 'quote' : url === '' ? 'title' : 'link')

/** A number made of others is as good as the weakest of them; of none it is known by title at most. */
export const weakest = (all: readonly Trust[]): Trust =>
  trustCodes.findLast((code) => all.includes(code)) ?? 'title'

/** How many numbers there are of each, in order; those of which there is none are left out. */
export const countTrusts = (
  all: readonly Trust[],
): readonly { readonly trust: Trust; readonly count: number }[] =>
  trustCodes
    .map((trust) => ({ trust, count: all.filter((each) => each === trust).length }))
    .filter(({ count }) => count > 0)
