import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** What stands where there is nothing to show: what happened and what can be done. */
export function Notice({ title, hint, children }: NoticeProps) {
  return (
    <div className="notice" role="status">
      <p className="notice-title">{title}</p>
      {hint && <p className="notice-hint">{hint}</p>}
      {children}
    </div>
  )
}
