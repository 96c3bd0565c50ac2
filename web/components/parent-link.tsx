import type { TipParent } from '#server/charts/index.ts'
import { hrefOfParent } from '#web/href-of-parent.ts'
import { inLanguageOfAddress } from '#web/language-of-address.ts'

/** What a number is made of, with the way to where it stands. */
export function ParentLink({ parent }: { readonly parent: TipParent }) {
  const href = hrefOfParent(parent)
  if (href === undefined) return parent.text
  return (
    <a className="source-link" href={inLanguageOfAddress(href)}>
      {parent.text}
    </a>
  )
}
