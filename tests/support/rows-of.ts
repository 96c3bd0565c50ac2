import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { readDocument } from '#etl/sources/read-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

/** The rows of a document: `telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual`; the ending of its name tells its format. */
export async function rowsOf(text: string, name: `${string}.${'txt' | 'csv'}`): Promise<string[]> {
  const { rows } = extractDocument(await readDocument(Buffer.from(text), name), lexicon)
  return rows.map(({ indicator, region, period, measure, value, unit, status }) =>
    [indicator, region, period, measure, value + unit, status].join(' '),
  )
}

/** The rows of a sentence in a text of the nation about April 2023, published on 20 May. */
export const rowsOfSentence = (sentence: string): Promise<string[]> =>
  rowsOf(`2023年4月通信业运行情况\n\n发布时间：2023-05-20\n\n${sentence}\n`, 'sentence.txt')
