import { Notice } from '#web/components/notice.tsx'
import { useWords } from './words.ts'

/** What was not done, and why, in one line. */
export function Failure({ error }: { readonly error: Error }) {
  return <Notice title={useWords().failed} hint={error.message} />
}
