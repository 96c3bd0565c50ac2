import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAdvances } from './read-advances.ts'

/** Writes advances.json anew, when the font is another one: `npx tsx server/pictures/font/write-advances.ts`, then `npm run fix`. */
writeFileSync(join(import.meta.dirname, 'advances.json'), `${JSON.stringify(readAdvances())}\n`)
