import { readFileSync } from 'node:fs'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { toLexicon } from '#etl/extract/lexicon.ts'
import { readDocument } from '#etl/sources/read-document.ts'
const lexicon = toLexicon(readCatalog('data/catalog'))
let t=Date.now()
const d=await readDocument(readFileSync(process.argv[2]!),'a.txt');console.log('read',Date.now()-t,d.articles.length);t=Date.now()
console.log(extractDocument(d,lexicon).rows.length,Date.now()-t)
