/** The document formats that pages offer for download, by the ending of their names, with their media types. */
const types: Readonly<Record<string, readonly string[]>> = {
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  xls: ['application/vnd.ms-excel'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  doc: ['application/msword'],
  pdf: ['application/pdf'],
  csv: ['text/csv'],
}

/** What pages also offer, and nothing here can read. */
const unread = ['zip', 'rar', '7z', 'wps', 'et', 'ofd', 'ppt', 'pptx']

/** The ending of a document, by an address or a text that ends with its name. */
export function endingIn(text: string): string | undefined {
  const ending = endOf(text)
  return ending !== undefined && ending in types ? ending : undefined
}

/** Whether a link leads to a file that is left where it is. */
export const isUnread = (text: string): boolean => unread.includes(endOf(text) ?? '')

const endOf = (text: string) =>
  /\.([a-z0-9]{2,4})[)）」》]?$/i.exec(text.replace(/[?#].*$/, '').trim())?.[1]?.toLowerCase()

/** The ending for a media type: html for pages; undefined for what is no document. */
export function endingOfType(type: string): string | undefined {
  if (type === '' || type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type === 'text/plain') return 'txt'
  return Object.entries(types).find(([, names]) => names.includes(type))?.[0]
}
