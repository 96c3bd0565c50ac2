import type { Text } from '#data/model/language.ts'

/** The files of the archive, for people of either language. */
export const fileNames = {
  readMe: { zh: '读我.txt', en: 'README.txt' },
  data: { zh: '数据.csv', en: 'data.csv' },
  sources: { zh: '来源.csv', en: 'sources.csv' },
  metadata: { zh: 'metadata.json', en: 'metadata.json' },
  citation: { zh: '引用.txt', en: 'citation.txt' },
  bibtex: { zh: '引用.bib', en: 'citation.bib' },
} satisfies Record<string, Text>
