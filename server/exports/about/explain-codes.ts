import { compilations } from '#data/model/compilation.ts'
import { datings } from '#data/model/dating.ts'
import type { Text } from '#data/model/language.ts'
import type { Qualifier } from '#data/model/observation.ts'
import type { origins } from '#data/model/source.ts'
import { trusts } from '#data/model/trust.ts'
import { methodWords, transformWords } from '#data/wording/derived-names.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { statusNames } from '#data/wording/status-names.ts'
import { basisEntries } from '#server/exports/sdmx/dimensions.ts'

const qualifiers: Readonly<Record<Exclude<Qualifier, ''>, Text>> = {
  '~': { zh: '约', en: 'about' },
  '>': { zh: '超、突破', en: 'over' },
  '<': { zh: '近、不足', en: 'nearly, under' },
  '>=': { zh: '不少于', en: 'at least' },
  '<=': { zh: '不超过', en: 'at most' },
}

const originWords: Readonly<Record<(typeof origins)[number], Text>> = {
  primary: { zh: '原文', en: 'Original' },
  repost: { zh: '转载', en: 'Reprint' },
  second_hand: { zh: '转述', en: 'Retelling' },
}

/** What the codes of a column say, by the id of the column: for readers who have only the file. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  measure: measureNames,
  compilation: meaningsOf(compilations),
  basis: namesOf(basisEntries),
  status: statusNames,
  qualifier: qualifiers,
  dating: meaningsOf(datings),
  origin: originWords,
  trust: meaningsOf(trusts),
  method: methodWords,
  transform: transformWords,
}

function namesOf(entries: Readonly<Record<string, { readonly name: Text }>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(entries).map(([code, { name }]) => [code, name]))
}

function meaningsOf(
  entries: Readonly<Record<string, { readonly name: Text; readonly meaning: Text }>>,
): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(entries).map(([code, { name, meaning }]) => [
      code,
      { zh: `${name.zh}：${meaning.zh}`, en: `${name.en}: ${meaning.en}` },
    ]),
  )
}
