/** What an embedded chart could not show as its address asks, in one line. */
export function EmbedNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <p className="embed-note" role="status">
      {notes.join(' ')}
    </p>
  )
}
