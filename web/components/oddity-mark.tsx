import type { ShownNumber } from '#server/charts/chart-kind.ts'
import { odditySign, oddityText } from '#server/charts/words/oddity-words.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

/** ※ behind a figure that leaves its course, with why; nothing on any other. */
export function OddityMark({ series, point }: ShownNumber) {
  const { language } = useLanguage()
  if (!point.oddity) return null
  const why = oddityText(series, point, language)
  return (
    <abbr className="oddity" title={why} aria-label={why}>
      {odditySign}
    </abbr>
  )
}
