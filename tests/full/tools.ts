/** A program that tests need and npm cannot bring. */
export interface Tool {
  readonly name: string
  /** What it is started by: a name in the path, or where Debian puts it. */
  readonly command: string
  /** With what it is started to show that it has what is needed of it; where left out, it is enough that it is there. */
  readonly proof?: readonly string[]
  /** The package of Debian and Ubuntu that holds it. */
  readonly debian: string
}

/** Debian's own Python, which has Debian's packages, whatever other one comes first in the path. */
export const python = '/usr/bin/python3'

/** What `npm run test:full` needs beside Node. */
export const tools: readonly Tool[] = [
  { name: 'LibreOffice Calc', command: 'soffice', debian: 'libreoffice-calc' },
  { name: 'LibreOffice Impress', command: 'loimpress', debian: 'libreoffice-impress' },
  { name: 'LibreOffice Writer', command: 'lowriter', debian: 'libreoffice-writer' },
  { name: 'Poppler', command: 'pdftoppm', debian: 'poppler-utils' },
  {
    name: 'a Chinese font',
    command: '/bin/sh',
    proof: ['-c', 'fc-list :lang=zh | grep -q .'],
    debian: 'fonts-noto-cjk',
  },
  { name: 'curl', command: 'curl', debian: 'curl' },
  { name: 'pandas', command: python, proof: ['-c', 'import pandas'], debian: 'python3-pandas' },
  { name: 'R', command: 'Rscript', debian: 'r-base-core' },
]
