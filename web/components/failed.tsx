import { useQueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Notice } from './notice.tsx'

/** Says what went wrong with a question and offers to ask again all that failed. */
export function Failed({ error }: { readonly error: Error }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const retry = () =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
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
