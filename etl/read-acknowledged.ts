import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { type FindingCause, findingCauseCodes } from '#data/model/finding-cause.ts'

/** The file of the corrections folder that holds exceptions from the identities. */
export const acknowledgedFile = 'acknowledged.csv'

/** A finding that a person looked at: a change of 口径, or figures that stand as their source prints them. */
export interface Acknowledgement {
  readonly finding: string
  readonly state: 'break' | 'acknowledged'
  readonly cause: FindingCause
  readonly reason: string
  /** `file:line` of the exception. */
  readonly place: string
}

const states = ['break', 'acknowledged'] as const

/** Reads acknowledged.csv of the corrections folder; none when there is no such file. */
export function readAcknowledged(folder: string): Acknowledgement[] {
  const file = join(folder, acknowledgedFile)
  if (!existsSync(file)) return []
  return readCsv(file, ['finding', 'state', 'cause', 'reason']).map(({ line, row }) => {
    const { finding = '', reason = '' } = row
    const place = `${file}:${line}`
    const state = states.find((each) => each === row['state'])
    if (!state) throw new BadInput(`${place} state 是「${row['state']}」，应为 break 或 acknowledged`)
    const cause = findingCauseCodes.find((each) => each === row['cause'])
    if (!cause)
      throw new BadInput(`${place} cause 是「${row['cause']}」，应为 ${findingCauseCodes.join('、')} 之一`)
    if (reason === '') throw new BadInput(`${place} 没有写明理由（reason）`)
    return { finding, state, cause, reason, place }
  })
}
