import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language, Text } from '#data/model/language.ts'
import type { Question } from '#server/input.ts'
import { codesOf, type Subject, wordsOf } from './subject.ts'

/** What the numbers of each question are called. */
export const questionNames: Readonly<Record<Question, Text>> = {
  series: { zh: '序列', en: 'Series' },
  compare: { zh: '地区比较', en: 'Comparison of regions' },
  compare_latest: { zh: '各地区最新', en: 'Latest of each region' },
  observations: { zh: '数值', en: 'Observations' },
}

interface Named {
  readonly question: Question
  readonly subject: Subject
  readonly extension: string
  readonly language: Language
}

/** The Content-Disposition of a file: its name in ASCII, and of one in Chinese also that for every browser that reads `filename*`. */
export function nameFile({ question, subject, extension, language }: Named, catalog: Catalog): string {
  const inAddress = { ...subject, period: subject.period?.replaceAll('/', '_') }
  const ascii = ['youju', question, ...codesOf(inAddress)].join('-')
  const plain = `attachment; filename="${ascii}.${extension}"`
  if (language === 'en') return plain
  const words = [questionNames[question], ...wordsOf(inAddress, catalog)].map(({ zh }) => zh)
  const chinese = ['有据', ...words].join('-')
  return `${plain}; filename*=UTF-8''${encodeName(`${chinese}.${extension}`)}`
}

/** RFC 8187 leaves fewer characters unencoded than encodeURIComponent does. */
const encodeName = (name: string) =>
  encodeURIComponent(name.replace(/[/\\:*?"<>|]/g, '_')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
