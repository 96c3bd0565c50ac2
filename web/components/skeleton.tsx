import { useLanguage } from '#web/hooks/use-language.ts'

/** Keeps the place of what is still being read; without a height the style sheet gives one. */
export function Skeleton({ height }: { readonly height?: number | undefined }) {
  const { t } = useLanguage()
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="visually-hidden">{t.load.busy}</span>
    </div>
  )
}

/** Keeps the place of a whole page while its code arrives. */
export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton height={720} />
    </div>
  )
}
