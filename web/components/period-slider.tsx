import { useId } from 'react'
import type { Basis } from '#data/model/period.ts'
import type { SharedPeriod } from '#server/charts/index.ts'
import { formatPeriodAndBasis } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { usePlayer } from '#web/hooks/use-player.ts'
import { PauseIcon, PlayIcon } from './icons.tsx'

interface PeriodSliderProps {
  readonly periods: readonly SharedPeriod[]
  readonly basis: Basis
  readonly chosen: SharedPeriod
  readonly onChange: (text: string) => void
}

/** A slider over the periods that have numbers, under how many regions each has; it can also be played. */
export function PeriodSlider({ periods, basis, chosen, onChange }: PeriodSliderProps) {
  const { language, t } = useLanguage()
  const id = useId()
  const at = periods.indexOf(chosen)
  const goTo = (place: number) => {
    const period = periods[place]
    if (period) onChange(period.text)
  }
  const { isPlaying, toggle, stop } = usePlayer(at, periods.length, goTo)
  const nameOf = (named: SharedPeriod | undefined) =>
    named ? formatPeriodAndBasis(named.period, basis, language) : ''
  return (
    <div className="period-slider">
      <button type="button" className="button" onClick={toggle} disabled={periods.length < 2}>
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
        {isPlaying ? t.regions.pause : t.regions.play}
      </button>
      <div className="period-track">
        <label className="period-now" htmlFor={id}>
          <span className="field-label">{t.regions.period}</span>
          <strong>{nameOf(chosen)}</strong>
          <span className="muted small">{t.regions.has(chosen.count)}</span>
        </label>
        <Counts periods={periods} chosen={chosen} />
        <input
          id={id}
          type="range"
          min={0}
          max={periods.length - 1}
          step={1}
          value={at}
          disabled={periods.length < 2}
          aria-valuetext={`${nameOf(chosen)}${t.comma}${t.regions.has(chosen.count)}`}
          onChange={({ target }) => {
            stop()
            goTo(target.valueAsNumber)
          }}
        />
        <div className="period-ends" aria-hidden="true">
          <span>{nameOf(periods[0])}</span>
          <span>{nameOf(periods.at(-1))}</span>
        </div>
      </div>
    </div>
  )
}

/** More columns have no room for their numbers. */
const mostNumbered = 16

/** How many regions have a number at each period: seen before one is chosen. */
function Counts({ periods, chosen }: Pick<PeriodSliderProps, 'periods' | 'chosen'>) {
  const most = Math.max(1, ...periods.map(({ count }) => count))
  return (
    <div className="period-counts" aria-hidden="true">
      {periods.map(({ text, count }) => (
        <span key={text} data-chosen={text === chosen.text} style={{ height: `${(100 * count) / most}%` }}>
          {periods.length <= mostNumbered && <b>{count}</b>}
        </span>
      ))}
    </div>
  )
}
