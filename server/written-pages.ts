import { LRUCache } from 'lru-cache'
import { type Form, type PackedForms, packedForms, plainForm } from './form.ts'
import { type PageParts, pageWith } from './page-with.ts'
import { hashOf } from './vintage.ts'

/** The most bytes of pages that are kept, each about twice: as it is and packed. */
const mostBytes = 16_000_000

/** The built page with parts of its own. */
export interface Written {
  /** As it was built, unpacked. */
  readonly page: Form
  readonly parts: PageParts
  /** What tells these parts from all others. */
  readonly key: string
}

/** Gives pages with parts of their own as readers take them; those asked for often are written once. */
export function createWrittenPages(): (written: Written) => PackedForms {
  const kept = new LRUCache<string, PackedForms>({ maxSize: mostBytes })
  return ({ page, parts, key: name }) => {
    const key = JSON.stringify([page.headers, name])
    const known = kept.get(key)
    if (known) return known
    const form = writtenPage(page, parts)
    const forms = packedForms(form)
    kept.set(key, forms, { size: form.body.length })
    return forms
  }
}

function writtenPage({ status, headers, body }: Form, parts: PageParts): Form {
  const text = pageWith(new TextDecoder().decode(body), parts)
  return plainForm(status, { ...headers, etag: `W/"${hashOf(text)}"` }, new TextEncoder().encode(text))
}
