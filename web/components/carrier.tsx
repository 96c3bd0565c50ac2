import { useLanguage } from '#web/hooks/use-language.ts'

/** Where a document was read, after its issuer; carriers keep their Chinese names. */
export function Carrier({ carrier }: { readonly carrier: string }) {
  const { t } = useLanguage()
  if (carrier === '') return null
  return (
    <>
      {t.sources.via}
      <span lang="zh">{carrier}</span>
    </>
  )
}
