import { type Said, shortenInterval } from '#web/format-interval.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface BulletProps {
  /** The actual number in percent of the target. */
  readonly progress: { readonly low: number | null; readonly high: number | null }
  /** The end of the scale, in percent, the same for all bullets that stand above each other. */
  readonly end: number
}

const percent: Said = {
  unit: { name: { zh: '%', en: '%' }, ladder: { zh: [[0, '%']], en: [[0, '%']] } },
  most: 1,
}

/** A bar from zero to the actual number against the mark of the target; what the digits leave open is paler. */
export function Bullet({ progress, end }: BulletProps) {
  const { language, t } = useLanguage()
  const { low, high } = progress
  const { short, interval } = shortenInterval(progress, percent, language)
  const sure = low ?? 0
  const most = high ?? end
  const place = (value: number) => `${(Math.min(value, end) / end) * 100}%`
  return (
    <div className="bullet">
      <div className="bullet-track" role="img" aria-label={t.targets.bullet(interval || short)}>
        {most > sure && (
          <span
            className="bullet-open"
            style={{ left: place(sure), width: `calc(${place(most)} - ${place(sure)})` }}
          />
        )}
        <span className="bullet-bar" style={{ width: place(sure) }} />
        <span className="bullet-goal" style={{ left: place(100) }} />
      </div>
      <span className="bullet-words" aria-hidden="true" title={interval}>
        {short}
      </span>
    </div>
  )
}
