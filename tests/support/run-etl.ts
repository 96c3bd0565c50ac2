import { execFile } from 'node:child_process'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What does not end before its test must give up. */
const timeout = 110_000

/** Runs the command line as a person would, in a pipe, to its end. */
export function runEtl(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ['launch.js', 'etl', ...args]
    const child = execFile(process.execPath, command, { timeout }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
  })
}
