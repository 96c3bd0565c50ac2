import { ApiFailure } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Notice } from './notice.tsx'

interface FailedProps {
  readonly error: Error
  readonly retry: () => void
}

/** Says what went wrong with a question and offers to ask again. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useLanguage()
  const status = error instanceof ApiFailure ? error.status : undefined
  const told = status !== undefined && status >= 400 && status < 500 && error.message !== ''
  return (
    <Notice title={t.load.failed} hint={told ? error.message : status === 0 ? t.load.offline : t.load.broken}>
      <button type="button" className="button" onClick={retry}>
        {t.load.retry}
      </button>
    </Notice>
  )
}
