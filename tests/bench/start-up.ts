import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One line read from the command line, against the yardstick: Node that does nothing. Both in processor time, start included. */
const most = 10
const runs = 7

const folder = mkdtempSync(join(tmpdir(), 'youju-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true }))
const file = join(folder, 'line.txt')
writeFileSync(file, '2024年1—4月，软件业务收入3.8万亿元，同比增长11.6%。\n')

const tell = 'process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error("cpu",user+system)})'

/** The processor seconds of the median of several runs; the first one, which may build, is not counted. */
function secondsOf(...args: readonly string[]): number {
  const seconds = Array.from({ length: runs + 1 }, () => {
    const hook = `data:text/javascript,${encodeURIComponent(tell)}`
    const { stderr, status } = spawnSync(process.execPath, ['--import', hook, ...args], { encoding: 'utf8' })
    const microseconds = Number(/cpu (\d+)/.exec(stderr)?.[1])
    if (status !== 0 || Number.isNaN(microseconds))
      throw new Error(`${args.join(' ')} ended badly: ${stderr}`)
    return microseconds / 1e6
  })
  return seconds.slice(1).sort((a, b) => a - b)[runs >> 1] ?? Number.NaN
}

const bare = secondsOf('--eval', '0')
const line = secondsOf('launch.js', 'etl', 'extract', file)
const source = secondsOf('--import', 'tsx', 'etl/run.ts', 'extract', file)
const times = (seconds: number) => `${seconds.toFixed(2)} s, ${(seconds / bare).toFixed(1)} times`
process.stdout.write(
  `\nstart-up, processor time of one line through the command line: ${times(line)} Node doing nothing (${bare.toFixed(2)} s; at most ${most}); from the sources through tsx ${times(source)}\n`,
)
if (line / bare > most) {
  process.stdout.write(`more than ${most} times Node itself: something loads that one line does not need\n`)
  process.exitCode = 1
}
