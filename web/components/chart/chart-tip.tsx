import { useLayoutEffect, useRef } from 'react'
import type { Mark, ShownNumber } from '#server/charts/index.ts'
import { ParentLink } from '../parent-link.tsx'

interface ChartTipProps {
  readonly mark: Mark
  /** Where the mark is, in pixels of the chart. */
  readonly at: readonly [number, number]
  readonly width: number
  /** What the link to the source says. */
  readonly link: string
  /** Given while the mark stays pointed at, so that links can be reached. */
  readonly hrefOfSource: ((id: string) => string) | undefined
  readonly onShowOthers: ((shown: ShownNumber) => void) | undefined
}

const distance = 14

/** What a mark says: above it, within the width of the chart; below where there is no room. */
export function ChartTip({ mark, at: [x, y], width, link, hrefOfSource, onShowOthers }: ChartTipProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const tip = ref.current
    if (!tip) return
    const [tipWidth, tipHeight] = [tip.offsetWidth, tip.offsetHeight]
    const top = y - distance - tipHeight
    tip.style.left = `${Math.max(0, Math.min(width - tipWidth, x - tipWidth / 2))}px`
    tip.style.top = `${top < -distance ? y + distance : top}px`
  })
  const { heading, name, value, lines, parents, others } = mark.tip
  const { shown, source } = mark
  return (
    <div className="plot-tip" ref={ref}>
      <p className="plot-tip-heading">{[name, heading].filter((word) => word !== '').join(' · ')}</p>
      <p className="plot-tip-value">{value}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {parents.length > 0 && (
        <ul className="plot-tip-parents">
          {parents.map((parent) => (
            <li key={parent.text}>{hrefOfSource ? <ParentLink parent={parent} /> : parent.text}</li>
          ))}
        </ul>
      )}
      {others && !(onShowOthers && shown) && <p>{others}</p>}
      {others && onShowOthers && shown && (
        <button type="button" className="link-button" onClick={() => onShowOthers(shown)}>
          {others}
        </button>
      )}
      {source && hrefOfSource && <a href={hrefOfSource(source)}>{link}</a>}
    </div>
  )
}
