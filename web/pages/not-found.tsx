import { Link } from 'wouter'
import { useLanguage } from '#web/hooks/use-language.ts'

/** For an address that is none of ours. */
export function NotFoundPage() {
  const { t } = useLanguage()
  return (
    <div className="page">
      <title>{t.pageTitle(t.notFound.title)}</title>
      <h1>{t.notFound.title}</h1>
      <p>{t.notFound.hint}</p>
      <p>
        <Link href="/">{t.notFound.home}</Link>
      </p>
    </div>
  )
}
