import type { Text } from './language.ts'

/** What became of a number that was found in a document. Together they are all that were found. */
export const fates = {
  published: { zh: '已发布', en: 'Published' },
  waiting: { zh: '待定', en: 'Waiting' },
  refused: { zh: '拒收', en: 'Refused' },
  'no-indicator': { zh: '目录外', en: 'No indicator' },
} as const satisfies Record<string, Text>
export type Fate = keyof typeof fates
export const fateCodes = Object.keys(fates) as [Fate, ...Fate[]]

export type FateCounts = Readonly<Record<Fate, number>>
export const noNumbers: FateCounts = { published: 0, waiting: 0, refused: 0, 'no-indicator': 0 }

/** What became of a file. Together they are all files of the inbox. */
export const fileStates = {
  read: { zh: '已读', en: 'Read' },
  same: { zh: '与另一文件内容相同', en: 'Same content as another file' },
  unreadable: { zh: '未能读取', en: 'Unreadable' },
} as const satisfies Record<string, Text>
export type FileState = keyof typeof fileStates
export const fileStateCodes = Object.keys(fileStates) as [FileState, ...FileState[]]

/** How well a document was read, by what waits and what disagrees in it. */
export const grades = {
  good: { zh: '良好', en: 'good' },
  fair: { zh: '尚可', en: 'fair' },
  poor: { zh: '欠佳', en: 'poor' },
} as const satisfies Record<string, Text>
export type Grade = keyof typeof grades
export const gradeCodes = Object.keys(grades) as [Grade, ...Grade[]]

/**
 * The grade of a document: poor where more than a quarter of what its indicators say is doubtful, good where less than
 * a twentieth is and nothing waits for a fact. The limits are those at which `npm run accuracy` tells documents apart.
 */
export function gradeOf({
  read,
  doubtful,
  lacking,
}: {
  read: number
  doubtful: number
  lacking: number
}): Grade {
  const all = read + lacking
  if (all === 0) return 'poor'
  if (doubtful + lacking > all / 4) return 'poor'
  return doubtful > all / 20 || lacking > 0 ? 'fair' : 'good'
}
