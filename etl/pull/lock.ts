import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'

/**
 * Keeps an inbox for this process alone, so that no two pull into it at once.
 * @returns what gives it free again.
 * @throws BadInput when another process has it.
 */
export function lockInbox(inbox: string): () => void {
  const file = join(inbox, '.pull', 'lock')
  mkdirSync(join(inbox, '.pull'), { recursive: true })
  if (!take(file)) {
    const holder = Number(readFileSync(file, 'utf8'))
    if (isRunning(holder))
      throw new BadInput(`另一个 pull（进程 ${holder}）正在运行；若确已停止，请删去 ${file}`)
    rmSync(file, { force: true })
    if (!take(file)) throw new BadInput('另一个 pull 刚刚开始，请稍后再试')
  }
  return () => rmSync(file, { force: true })
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
