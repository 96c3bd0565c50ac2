import { arriving } from './arriving.tsx'

/*
 * Dialogs whose code is fetched when a reader first asks for them.
 */

export const CiteDialog = arriving(async () => (await import('./cite-dialog.tsx')).CiteDialog)
export const EmbedDialog = arriving(async () => (await import('./embed-dialog.tsx')).EmbedDialog)
export const KeysDialog = arriving(async () => (await import('./keys-dialog.tsx')).KeysDialog)
export const SearchDialog = arriving(async () => (await import('./search-dialog.tsx')).SearchDialog)
export const StatementsDialog = arriving(
  async () => (await import('./statements-dialog.tsx')).StatementsDialog,
)
