import { useLanguage } from '#web/hooks/use-language.ts'
import { TargetNumber } from './target-numbers.tsx'
import type { TargetsProps } from './target-table.tsx'
import { TargetTitle } from './target-title.tsx'

/** Targets without an actual number, as a list of one line each. */
export function AwaitedTargets({ groups, group, indicators, regions, sources }: Omit<TargetsProps, 'until'>) {
  const { language, t } = useLanguage()
  if (groups.length === 0) return null
  const count = groups.reduce((sum, { targets }) => sum + targets.length, 0)
  return (
    <section className="targets-section">
      <div className="section-head">
        <h2>
          {t.targets.awaited} <small>{count}</small>
        </h2>
      </div>
      <p className="facts-note">{t.targets.awaitedNote}</p>
      <div className="awaited">
        {groups.map(({ key, name, targets }) => (
          <section key={key} className="awaited-group">
            <h3>{name[language]}</h3>
            <ul>
              {targets.map((target) => {
                const indicator = indicators.find(({ code }) => code === target.indicator)
                return indicator ? (
                  <li key={target.target.id}>
                    <span className="awaited-what">
                      <TargetTitle target={target} group={group} indicator={indicator} regions={regions} />
                    </span>
                    <TargetNumber
                      number={target.target}
                      indicator={indicator}
                      measure={target.measure}
                      sources={sources}
                    />
                    {target.cautions.map((caution) => (
                      <small key={caution.zh} className="awaited-caution">
                        {t.targets.caution}
                        {t.colon}
                        {caution[language]}
                      </small>
                    ))}
                  </li>
                ) : null
              })}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
