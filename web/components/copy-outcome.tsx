import { useLanguage } from '#web/hooks/use-language.ts'

type Outcome = 'copying' | 'copied' | 'copyFailed' | 'pictureNotCopied'

/** What came of copying, beside the words of its button. */
export function CopyOutcome({ outcome }: { readonly outcome: Outcome | null }) {
  const { t } = useLanguage()
  return (
    <span className="copy-outcome" role="status" data-shown={outcome !== null}>
      {outcome && t.actions[outcome]}
    </span>
  )
}
