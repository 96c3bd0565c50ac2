/** A program that tests need and npm cannot bring. */
export interface Tool {
  readonly name: string
  /** What it is started by. */
  readonly command: string
  /** The package of Debian and Ubuntu that holds it. */
  readonly debian: string
}

/** What `npm run test:full` needs beside Node. */
export const tools: readonly Tool[] = [
  { name: 'LibreOffice Calc', command: 'soffice', debian: 'libreoffice-calc' },
]
