import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { errorCode } from '#data/model/error-code.ts'

/** Why Node could not even read a request, by the code of its parser; what is right is in the words. */
const reasons: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_INVALID_URL: [400, '网址里有未编码的字符；汉字等请用百分号编码，例如 北京 写作 %E5%8C%97%E4%BA%AC'],
  HPE_HEADER_OVERFLOW: [431, '网址或请求头太长'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求没有在时限内发完'],
}

/** Answers a request that is no HTTP in the words and the form of all other errors, and closes the connection. */
export function answerUnparsed(error: Error, socket: Socket): void {
  if (!socket.writable || errorCode(error) === 'ECONNRESET') return void socket.destroy()
  const [status, message] = reasons[errorCode(error)] ?? [400, '请求无法识别']
  const body = JSON.stringify({ error: { code: 'unreadable', message } })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-cache',
    'Access-Control-Allow-Origin: *',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
