import { BadInput } from '#data/model/bad-input.ts'

/** How much of the machine the server takes, and how readers reach it. */
export interface Settings {
  /** The most bytes of answers that are kept. */
  readonly answerBytes: number
  /** The most milliseconds that one query of a request waits for a connection. */
  readonly wait: number
  /** The most milliseconds that it then takes. */
  readonly patience: number
  /** The most queries that wait for a connection. */
  readonly queue: number
  /** Under which address readers come, without a slash at its end; '' where nobody says. */
  readonly publicUrl: string
  /** Which pages may hold an embedded chart in a frame: sources of CSP's `frame-ancestors`; undefined where any may. */
  readonly frameAncestors: string | undefined
}

const megabyte = 2 ** 20

export const defaultSettings: Settings = {
  answerBytes: 64 * megabyte,
  wait: 10_000,
  patience: 10_000,
  queue: 100,
  publicUrl: '',
  frameAncestors: undefined,
}

/**
 * Reads the settings of the environment.
 * @throws BadInput
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const numberOf = (name: string, what: string, example: number): number | undefined => {
    const text = environment[name]
    if (!text) return undefined
    if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text)
    throw new BadInput(`${name}=${text} 不是${what}，应为正整数，例如 ${name}=${example}`)
  }
  const megabytes = numberOf('ANSWERS_MB', '兆字节数', 64)
  const waitSeconds = numberOf('WAIT_SECONDS', '秒数', 10)
  const querySeconds = numberOf('QUERY_SECONDS', '秒数', 10)
  return {
    answerBytes: megabytes === undefined ? defaultSettings.answerBytes : megabytes * megabyte,
    wait: waitSeconds === undefined ? defaultSettings.wait : 1000 * waitSeconds,
    patience: querySeconds === undefined ? defaultSettings.patience : 1000 * querySeconds,
    queue: numberOf('QUERIES_WAITING', '查询个数', 100) ?? defaultSettings.queue,
    publicUrl: readPublicUrl(environment['PUBLIC_URL'] || ''),
    frameAncestors: readFrameAncestors(environment['FRAME_ANCESTORS'] || '*'),
  }
}

function readPublicUrl(text: string): string {
  if (/^(https?:\/\/[^\s/?#]+[^\s?#]*)?$/.test(text) && (text === '' || URL.canParse(text)))
    return text.replace(/\/+$/, '')
  throw new BadInput(`PUBLIC_URL=${text} 不是对外的网址，应如 PUBLIC_URL=https://youju.example.cn`)
}

/** An origin as `frame-ancestors` takes it: a host may stand for those below it, a port for all. */
const ancestor = /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::(?:\d{1,5}|\*))?$/i

/**
 * Our own pages may always hold what others may: the preview of an embedded chart does. The directive is left out where anyone may, as
 * its `*` means network addresses only (CSP 3, 6.7.2.7), and a report in a file has none.
 */
function readFrameAncestors(text: string): string | undefined {
  if (text === '*') return undefined
  if (text === 'none') return "'none'"
  const sources = text.split(/[\s,]+/).filter((source) => source !== '')
  if (sources.every((source) => source === 'self' || ancestor.test(source)) && sources.length > 0)
    return ["'self'", ...sources.filter((source) => source !== 'self')].join(' ')
  throw new BadInput(
    `FRAME_ANCESTORS=${text} 无法识别，应为 *、self、none，或若干来源，如 FRAME_ANCESTORS=https://a.example.cn,https://*.b.cn`,
  )
}
