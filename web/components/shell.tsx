import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '#web/hooks/use-keys.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { CrashGuard } from './crash-guard.tsx'
import { foreseeSearch, KeysDialog, SearchDialog } from './late-dialogs.tsx'
import { Notice } from './notice.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

/** What stands around every page: skip link, header, footer, search and the list of keys. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const [path] = useLocation()
  const [open, setOpen] = useState<'search' | 'keys' | null>(null)
  const close = () => setOpen(null)
  useFocusOnArrival(path)
  useKeys({ search: () => setOpen('search'), foreseeSearch, keys: () => setOpen('keys') })
  return (
    <>
      <a className="skip-link" href="#main">
        {t.shell.skip}
      </a>
      <SiteHeader onSearch={() => setOpen('search')} />
      <main id="main" tabIndex={-1}>
        <CrashGuard place={path} fallback={<Crashed />}>
          {children}
        </CrashGuard>
      </main>
      <SiteFooter onKeys={() => setOpen('keys')} />
      {open === 'search' && <SearchDialog onClose={close} />}
      {open === 'keys' && <KeysDialog onClose={close} />}
    </>
  )
}

/** Puts the focus at the start of a page that a link has opened, as a page load would. */
function useFocusOnArrival(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
}

function Crashed() {
  const { t } = useLanguage()
  return (
    <div className="page">
      <h1>{t.load.crashed}</h1>
      <Notice title={t.load.crashedHint}>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t.load.reload}
        </button>
      </Notice>
    </div>
  )
}
