import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { withLanguage } from '#web/language-of-address.ts'

/** Where the figures come from, the state of the database, the API and the keys. */
export function SiteFooter({ onKeys }: { readonly onKeys: () => void }) {
  const { t, language } = useLanguage()
  const { data } = useIndicators()
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <p>{t.shell.evidence}</p>
        <p className="site-footer-links">
          <a href={withLanguage('/docs', language)}>{t.shell.api}</a>
          <button type="button" className="link-button" onClick={onKeys}>
            {t.keys.open}
          </button>
          <span>
            {t.shell.snapshot} <code>{data?.snapshot ?? '—'}</code>
          </span>
        </p>
      </div>
    </footer>
  )
}
