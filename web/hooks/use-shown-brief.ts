import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type Brief, type BriefFault, printBrief, readBrief } from '#server/charts/index.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { useLanguage } from './use-language.ts'
import { useTray } from './use-tray.ts'

interface ShownBrief {
  readonly brief: Brief
  /** Changes what is shown: the reader's own brief, or that of the address, in the address. */
  readonly change: (brief: Brief) => void
  /** Whether it is that of the address. */
  readonly isOpened: boolean
  /** What of the address was not understood. */
  readonly faults: readonly BriefFault[]
}

/** The brief of the address, where it holds one, else the reader's own. */
export function useShownBrief(): ShownBrief {
  const search = useSearch()
  const [, navigate] = useLocation()
  const { language } = useLanguage()
  const [tray, setTray] = useTray()
  const { brief, faults } = useMemo(() => readBrief(search), [search])
  const ours = faults.filter(({ kind, name }) => kind !== 'unknown' || /^\d+\./.test(name))
  const isOpened = brief.items.length > 0
  const toAddress = (changed: Brief) =>
    navigate(withLanguage(`/brief?${printBrief(changed)}`, language), { replace: true })
  return isOpened
    ? { brief, change: toAddress, isOpened, faults: ours }
    : { brief: tray, change: setTray, isOpened, faults: ours }
}
