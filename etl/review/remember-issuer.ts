import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { entryNamed } from '#data/catalog/entry-named.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import { type Issuer, issuerNamed, unnamedIssuer } from '#data/model/issuer.ts'
import type { IssuerOffer, IssuerQuestion } from './answers.ts'
import { checkSays, type Edit, printEntry, saveEdit } from './write-catalog.ts'

/** What a person lets the catalogue know of issuers, and may take back as long as nothing else was written since. */
export interface IssuerMemory {
  /** What may be remembered after a person has answered the issuer or the place of a document, or taken back. */
  offer(facts: DocumentFacts, catalog: Catalog): IssuerOffer | undefined
  /** @throws BadInput in one line where the catalogue knows better, or would not hold together any more. */
  remember(question: IssuerQuestion): void
  /** Writes the file as it was. @throws BadInput where it was not the last thing written. */
  takeBack(question: IssuerQuestion): void
}

const file = 'issuers.json'

/** @param folder `data/catalog`. */
export function issuerMemory(folder: string): IssuerMemory {
  let made: (IssuerQuestion & { readonly edit: Edit }) | undefined
  const isMade = ({ issuer, place }: IssuerQuestion) =>
    made?.issuer === issuer &&
    made.place === place &&
    readFileSync(join(folder, file), 'utf8') === made.edit.after
  return {
    offer: (facts, catalog) => {
      const found = answeredIn(facts, catalog)
      if (!found) return undefined
      if (isMade(found)) return { ...found, isMade: true }
      const isKnown = issuerNamed(found.issuer, catalog.issuers)?.place !== undefined
      return isKnown ? undefined : { ...found, isMade: false }
    },
    remember: (question) => {
      const edit = placeIssuer(folder, question)
      saveEdit(folder, edit)
      made = { ...question, edit }
    },
    takeBack: (question) => {
      if (!made || !isMade(question)) throw new BadInput(`${file} 此后又有改动，不能撤销；请手工改回`)
      saveEdit(folder, { file, before: made.edit.after, after: made.edit.before })
      made = undefined
    },
  }
}

/** The issuer and the place of a document, where a person has answered one of them. */
function answeredIn({ issuer, place }: DocumentFacts, { regions }: Catalog): IssuerQuestion | undefined {
  if (issuer?.origin !== 'review' && place?.origin !== 'review') return undefined
  const region = place && entryNamed(regions, place.value)
  if (!issuer || !region || !isOneIssuer(issuer.value)) return undefined
  return { issuer: issuer.value, place: region.code }
}

/** Several issuers have a sign between them. */
const isOneIssuer = (name: string) => name !== unnamedIssuer && !/[、;；]/.test(name)

/** The place of an issuer in its entry, or an entry for it. */
function placeIssuer(folder: string, { issuer, place }: IssuerQuestion): Edit {
  const catalog = readCatalog(folder)
  if (!catalog.regions.has(place)) throw new BadInput(`地区 ${place} 不在目录中，没有保存`)
  if (!isOneIssuer(issuer)) throw new BadInput(`「${issuer}」不是一个机构的名称，没有保存`)
  const entry = issuerNamed(issuer, catalog.issuers)
  if (entry?.place !== undefined) {
    const region = catalog.regions.get(entry.place)?.name.zh ?? entry.place
    throw new BadInput(`目录中「${entry.name.zh}」已代表${region}，没有保存；如有误，请改 ${file}`)
  }
  const before = readFileSync(join(folder, file), 'utf8')
  const all = JSON.parse(before) as Issuer[]
  if (!entry) {
    const added: Issuer = { name: { zh: issuer, en: issuer }, aliases: [], place }
    const after = before.replace(/\n\]\s*$/, () => `,\n  ${printEntry(added)}\n]\n`)
    checkSays(file, after, [...all, added])
    return { file, before, after }
  }
  const start = before.indexOf(`\n      "zh": ${JSON.stringify(entry.name.zh)}`)
  const end = before.indexOf('\n  }', start)
  const after = `${before.slice(0, end)},\n    "place": ${JSON.stringify(place)}${before.slice(end)}`
  checkSays(
    file,
    after,
    all.map((each) => (each.name.zh === entry.name.zh ? { ...each, place } : each)),
  )
  return { file, before, after }
}
