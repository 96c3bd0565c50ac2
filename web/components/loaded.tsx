import type { ReactNode } from 'react'
import type { Asked } from '#web/hooks/asked.ts'
import { Failed } from './failed.tsx'
import { Skeleton } from './skeleton.tsx'

interface LoadedProps<Data> {
  readonly query: Asked<Data>
  /** The height to keep while reading; the style sheet's when left out. */
  readonly height?: number
  readonly children: (data: Data) => ReactNode
}

/** Shows what was asked for, or its place while it is under way, or why it did not come. */
export function Loaded<Data>({ query, height, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failed error={query.error} />
  return <Skeleton {...(height !== undefined && { height })} />
}
