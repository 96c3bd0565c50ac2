import type { Language, Text } from '#data/model/language.ts'

interface Issued {
  readonly issuers: readonly Text[]
  readonly carrier: string
}

/** Who is responsible: by name while they are one or two, else the first and how many. */
export function issuersText({ issuers }: Pick<Issued, 'issuers'>, language: Language): string {
  const names = issuers.map((name) => name[language])
  const [first = ''] = names
  if (names.length <= 2) return names.join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `${first}等${names.length}家` : `${first} and ${names.length - 1} others`
}

/** `经快科技`: where it was read; empty where that is a page of the issuer. */
export function carrierText({ carrier }: Pick<Issued, 'carrier'>, language: Language): string {
  if (carrier === '') return ''
  return language === 'zh' ? `经${carrier}` : `via ${carrier}`
}
