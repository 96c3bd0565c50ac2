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
  const name = `${ascii}.${extension}`
  if (language === 'en') return attached({ ascii: name, whole: name })
  const words = [questionNames[question], ...wordsOf(inAddress, catalog)].map(({ zh }) => zh)
  return attached({ ascii: name, whole: `${['有据', ...words].join('-')}.${extension}` })
}

interface FileName {
  readonly ascii: string
  /** In whatever characters. */
  readonly whole: string
}

/** The Content-Disposition that gives a file its name; `inline` shows it where a browser can. */
export function attached({ ascii, whole }: FileName, type: 'attachment' | 'inline' = 'attachment'): string {
  const plain = `${type}; filename="${ascii}"`
  return whole === ascii ? plain : `${plain}; filename*=UTF-8''${encodeName(whole)}`
}

/** A name of more than 255 bytes is no name of a file, and a Chinese character takes three. */
const mostInName = 60

/** A title as part of a name. */
export const shortened = (title: string): string => [...title].slice(0, mostInName).join('')

/** RFC 8187 leaves fewer characters unencoded than encodeURIComponent does. */
const encodeName = (name: string) =>
  encodeURIComponent(name.replace(/[/\\:*?"<>|]/g, '_')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
