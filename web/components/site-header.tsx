import { Link, useLocation } from 'wouter'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useTheme } from '#web/hooks/use-theme.ts'
import { useTray } from '#web/hooks/use-tray.ts'
import { themes } from '#web/url-state.ts'
import { SearchIcon } from './icons.tsx'
import { foreseeSearch } from './late-dialogs.tsx'

const sections = [
  { name: 'overview', href: '/', owns: (path: string) => path === '/' },
  { name: 'indicators', href: '/indicators', owns: (path: string) => path.startsWith('/indicators') },
  { name: 'regions', href: '/regions', owns: (path: string) => path.startsWith('/regions') },
  { name: 'targets', href: '/targets', owns: (path: string) => path.startsWith('/targets') },
  { name: 'sources', href: '/sources', owns: (path: string) => path.startsWith('/sources') },
  { name: 'checks', href: '/checks', owns: (path: string) => path.startsWith('/checks') },
  { name: 'brief', href: '/brief', owns: (path: string) => path === '/brief' },
] as const

/** Name, sections, search, language and theme. */
export function SiteHeader({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useLanguage()
  const [path] = useLocation()
  const [{ items }] = useTray()
  const countOf = (name: string) => (name === 'brief' && items.length > 0 ? t.brief.count(items.length) : '')
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <Link href="/" className="wordmark">
          <span className="wordmark-name">{t.product}</span>
          <span className="wordmark-line">{t.productLine}</span>
        </Link>
        <nav aria-label={t.shell.sections} className="site-nav">
          <ul>
            {sections.map(({ name, href, owns }) => (
              <li key={name}>
                <Link href={href} aria-current={owns(path) ? (path === href ? 'page' : 'true') : undefined}>
                  {t.sections[name]}
                  {countOf(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <button
          type="button"
          className="search-opener"
          aria-label={t.search.open}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={onSearch}
          onPointerEnter={foreseeSearch}
          onFocus={foreseeSearch}
        >
          <SearchIcon />
          <span className="search-opener-words">{t.search.open}</span>
          <kbd>{/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  )
}

function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="quiet-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}

function ThemeSwitch() {
  const { t } = useLanguage()
  const { theme, setTheme } = useTheme()
  return (
    <select
      className="quiet-select"
      aria-label={t.theme.label}
      value={theme}
      onChange={({ target }) => setTheme(themes.find((each) => each === target.value) ?? 'auto')}
    >
      {themes.map((each) => (
        <option key={each} value={each}>
          {t.theme[each]}
        </option>
      ))}
    </select>
  )
}
