import { Link, useLocation } from 'wouter'
import type { Brief } from '#server/charts/index.ts'
import { withAll } from '#web/brief-edits.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useTray } from '#web/hooks/use-tray.ts'

/** Says that a brief is that of an address, and makes it the reader's own. */
export function OpenedBrief({ brief }: { readonly brief: Brief }) {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [tray, setTray] = useTray()
  const own = tray.items.length
  const keep = (kept: Brief) => {
    setTray(kept)
    navigate('/brief')
  }
  return (
    <div className="remark brief-opened">
      <p>{t.brief.opened}</p>
      <p className="brief-ways">
        {own === 0 ? (
          <button type="button" className="button" onClick={() => keep(brief)}>
            {t.brief.adopt}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={() => keep(withAll(tray, brief))}>
              {t.brief.append(own)}
            </button>
            <button type="button" className="button" onClick={() => keep(brief)}>
              {t.brief.replace}
            </button>
            <Link href="/brief">{t.brief.mine}</Link>
          </>
        )}
      </p>
    </div>
  )
}
