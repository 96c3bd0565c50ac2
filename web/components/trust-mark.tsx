import { type Trust, trustCodes, trusts } from '#data/model/trust.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

/** How far a number can be followed: a small disc, full, half or empty, with its word for those who hear or point. */
export function TrustMark({ trust }: { readonly trust: Trust }) {
  const { language } = useLanguage()
  const { name, meaning } = trusts[trust]
  return (
    <span className="trust" title={`${name[language]}：${meaning[language]}`}>
      <span className="trust-disc" data-trust={trust} aria-hidden="true" />
      <span className="visually-hidden">{name[language]}</span>
    </span>
  )
}

/** What the discs of a table mean: those that stand in it. */
export function TrustLegend({ shown }: { readonly shown: readonly Trust[] }) {
  const { language, t } = useLanguage()
  const present = trustCodes.filter((code) => shown.includes(code))
  if (present.length === 0) return null
  return (
    <p className="trust-legend">
      <span>{t.trust}</span>
      {present.map((code) => (
        <span key={code} title={trusts[code].meaning[language]}>
          <span className="trust-disc" data-trust={code} aria-hidden="true" /> {trusts[code].name[language]}
        </span>
      ))}
    </p>
  )
}
