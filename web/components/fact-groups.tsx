import type { ReactNode } from 'react'
import type { Names } from '#server/charts/index.ts'
import type { FactGroup } from '#web/group-facts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface FactGroupsProps<Fact> {
  readonly groups: readonly FactGroup<Fact>[]
  readonly names: Names
  readonly open: readonly string[]
  readonly onOpen: (open: readonly string[]) => void
  /** What the facts of an indicator come to, in a few words. */
  readonly summary: (facts: readonly Fact[]) => ReactNode
  readonly children: (group: FactGroup<Fact>) => ReactNode
}

/** Facts by indicator: name, how many and of what kind; the facts themselves on opening. A single indicator is open. */
export function FactGroups<Fact>({ groups, names, open, onOpen, summary, children }: FactGroupsProps<Fact>) {
  const { language } = useLanguage()
  const largest = Math.max(...groups.map(({ facts }) => facts.length))
  const isSingle = groups.length === 1
  const toggle = (code: string, isOpen: boolean) => {
    if (isSingle || isOpen === open.includes(code)) return
    onOpen(isOpen ? [...open, code] : open.filter((each) => each !== code))
  }
  return (
    <ul className="fact-groups">
      {groups.map((group) => {
        const { indicator, facts } = group
        const isOpen = isSingle || open.includes(indicator)
        const name = names.indicators.find(({ code }) => code === indicator)?.name[language]
        return (
          <li key={indicator}>
            <details
              className="fact-group"
              open={isOpen}
              onToggle={({ currentTarget }) => toggle(indicator, currentTarget.open)}
            >
              <summary>
                <span className="fact-group-name">{name ?? indicator}</span>
                <span className="fact-group-bar" aria-hidden="true">
                  <span style={{ width: `${(facts.length / largest) * 100}%` }} />
                </span>
                <span className="fact-group-count">{facts.length}</span>
                <span className="fact-group-words">{summary(facts)}</span>
              </summary>
              {isOpen && <div className="fact-group-body">{children(group)}</div>}
            </details>
          </li>
        )
      })}
    </ul>
  )
}
