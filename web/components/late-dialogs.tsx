import { arriving } from './arriving.tsx'

/*
 * Dialogs whose code is fetched when a reader first asks for them.
 */

const fetchSearch = async () => (await import('./search-dialog.tsx')).SearchDialog

/** Fetches the search before it is opened, so that no letter is lost; that it cannot be had is said when it is. */
export const foreseeSearch = (): void => void fetchSearch().catch(() => undefined)

export const CiteDialog = arriving(async () => (await import('./cite-dialog.tsx')).CiteDialog)
export const EmbedDialog = arriving(async () => (await import('./embed-dialog.tsx')).EmbedDialog)
export const KeysDialog = arriving(async () => (await import('./keys-dialog.tsx')).KeysDialog)
export const SearchDialog = arriving(fetchSearch)
export const StatementsDialog = arriving(
  async () => (await import('./statements-dialog.tsx')).StatementsDialog,
)
