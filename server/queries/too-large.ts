import { Problem } from '#server/errors.ts'
import { mostRows } from '#server/input.ts'

/**
 * Refuses an answer of more rows than one may hold, so that none is cut short in silence.
 * @param rows as many as there are, or one more than may be.
 * @throws Problem 422
 */
export function checkSize<Row>(rows: Row[]): Row[] {
  if (rows.length <= mostRows) return rows
  throw new Problem(422, 'too_large', `答案超过 ${mostRows} 个数字；请用 indicator、region 等条件缩小范围`)
}

/** How many rows to ask for, so that too many are seen. */
checkSize.ask = mostRows + 1
