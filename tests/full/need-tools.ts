import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { type Tool, tools } from './tools.ts'

/*
 * Ends with 1, and one line that says what to install, when a tool is absent: a test that needs one never skips.
 * With `--debian` or `--npm` prints the absent ones' packages instead, one a line.
 */

const absent = tools.filter((tool) => !isThere(tool))
const packages = {
  debian: absent.flatMap((tool) => ('debian' in tool.package ? tool.package.debian : [])),
  npm: absent.flatMap((tool) => ('npm' in tool.package ? tool.package.npm : [])),
}
const installers = {
  debian: 'apt-get install --no-install-recommends',
  npm: 'npm install --no-save',
}

const asked = (['debian', 'npm'] as const).find((each) => process.argv.includes(`--${each}`))
if (asked) {
  process.stdout.write(packages[asked].map((each) => `${each}\n`).join(''))
} else if (absent.length > 0) {
  const names = absent.map(({ name, command }) => `${name} (${command})`).join(', ')
  const commands = (['debian', 'npm'] as const)
    .filter((each) => packages[each].length > 0)
    .map((each) => `${installers[each]} ${packages[each].join(' ')}`)
  process.stderr.write(`test:full needs ${names}: ${commands.join(' && ')}\n`)
  process.exitCode = 1
}

function isThere({ command, proof }: Tool): boolean {
  const isFound = isAbsolute(command) ? canRun(command) : isInPath(command)
  return isFound && (proof === undefined || spawnSync(command, proof).status === 0)
}

function isInPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => canRun(join(folder, command)))
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
