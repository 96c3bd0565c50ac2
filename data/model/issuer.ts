import { z } from 'zod'

/** Who is responsible for numbers: a ministry, an office, an institute; a medium only where nobody else is named. */
export const Issuer = z.strictObject({
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  aliases: z.array(z.string().min(1)),
  /** The region whose matters it answers for: CN for ministries, the province or city for its offices; left out for media and firms. */
  place: z.string().min(1).optional(),
})
export type Issuer = z.infer<typeof Issuer>

export type Issuers = ReadonlyMap<string, Issuer>

/** The name under which the catalogue has an issuer, by that name or an alias. */
export function nameIssuers(issuers: Issuers): ReadonlyMap<string, string> {
  return new Map(
    [...issuers.values()].flatMap(({ name, aliases }) =>
      [name.zh, ...aliases].map((word) => [word, name.zh] as const),
    ),
  )
}

/** The issuer of that name or alias. */
export const issuerNamed = (word: string, issuers: Issuers): Issuer | undefined =>
  issuers.get(nameIssuers(issuers).get(word) ?? '')

/** Who stands for the numbers of a document that names nobody; in the catalogue like the others. */
export const unnamedIssuer = '发布机构未注明'

/** The region that all these issuers answer for; '' where there is no such. */
export function placeOf(names: readonly string[], issuers: Issuers): string {
  const [place = '', ...others] = new Set(names.map((name) => issuers.get(name)?.place ?? ''))
  return others.length === 0 ? place : ''
}
