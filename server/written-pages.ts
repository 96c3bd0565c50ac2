import { LRUCache } from 'lru-cache'
import { type Form, type PackedForms, packedForms, plainForm } from './form.ts'
import { type PageParts, pageWith } from './page-with.ts'
import { hashOf } from './vintage.ts'

/** Pages of so many addresses are kept packed, about 10 kB each. */
const mostKept = 200

/** Gives the built page, unpacked, with parts of one address: as readers take it, kept while it is asked for. */
export function createWrittenPages(): (page: Form, parts: PageParts) => PackedForms {
  const kept = new LRUCache<string, PackedForms>({ max: mostKept })
  return (page, parts) => {
    const key = JSON.stringify([page.headers, parts])
    const forms = kept.get(key) ?? packedForms(writtenPage(page, parts))
    kept.set(key, forms)
    return forms
  }
}

function writtenPage({ status, headers, body }: Form, parts: PageParts): Form {
  const text = pageWith(new TextDecoder().decode(body), parts)
  return plainForm(status, { ...headers, etag: `W/"${hashOf(text)}"` }, new TextEncoder().encode(text))
}
