import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiFailure } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { Messages } from '#web/messages/messages.ts'
import { Notice } from './notice.tsx'

interface FailedProps {
  readonly error: Error
  /** Ways out of a question that has no answer. */
  readonly children?: ReactNode
}

/** Says what went wrong with a question. What the server refused it would refuse again; all else can be asked again. */
export function Failed({ error, children }: FailedProps) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  if (error instanceof ApiFailure && error.status >= 400 && error.status < 500) {
    return (
      <Notice title={t.load.refused} hint={wordsOf(error, t)}>
        {children}
      </Notice>
    )
  }
  const retry = () =>
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  const isOffline = error instanceof ApiFailure && error.status === 0
  return (
    <Notice title={t.load.failed} hint={isOffline ? t.load.offline : t.load.broken}>
      <button type="button" className="button" onClick={retry}>
        {t.load.retry}
      </button>
    </Notice>
  )
}

/** The server's words are for who wrote the question by hand; a reader of a page has only its address. */
function wordsOf({ status, field, message }: ApiFailure, t: Messages): string {
  if (status === 404 || status === 410) return t.load.unknown[field] ?? message
  return status === 400 && field === 'from' ? t.load.reversed : message
}
