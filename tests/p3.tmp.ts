import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { toLexicon } from '#etl/extract/lexicon.ts'
import { readDocument } from '#etl/sources/read-document.ts'
setFlagsFromString('--expose-gc'); const gc=runInNewContext('gc')
const m=(w:string)=>{gc();const u=process.memoryUsage();console.log(w,(u.heapUsed/1e6).toFixed(0),'ext',(u.external/1e6).toFixed(0),'max rss',(process.resourceUsage().maxRSS/1e3).toFixed(0))}
const lexicon = toLexicon(readCatalog('data/catalog')); m('lexicon')
const d=await readDocument(readFileSync(process.argv[2]!),'a.txt');m('document')
const r=extractDocument(d,lexicon);m('extracted '+r.rows.length+' '+r.refusals.length);
(globalThis as any).x=[d,r]
