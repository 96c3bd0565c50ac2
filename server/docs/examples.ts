import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '#data/model/language.ts'
import { projectRoot } from '#data/project-root.ts'

/** A program that a reader can paste. */
export interface Example {
  /** In `server/docs/examples`. */
  readonly file: string
  readonly title: Text
  /** What it shows, and what to look at. */
  readonly says: Text
  /** `run`: `npm run test:full` runs it and holds what it prints against the API; else what is tested of it. */
  readonly tested: 'run' | Text
}

/** The examples, in the order of the page. */
export const examples: readonly Example[] = [
  {
    file: 'series.sh',
    title: { zh: 'curl', en: 'curl' },
    says: {
      zh: '同一个问题问两次：先要 JSON，再要 CSV 文件。CSV 每行一个数，带区间、原文数值与单位、来源；加 lang=en 得英文名称，加 bom=true 可在 Excel 中双击打开。',
      en: 'One question asked twice: as JSON, then as a CSV file with a row for each number, its interval, its printed value and unit, and its source. lang=en gives English names; bom=true lets Excel open it by a double click.',
    },
    tested: 'run',
  },
  {
    file: 'with-pandas.py',
    title: { zh: 'Python：pandas', en: 'Python: pandas' },
    says: {
      zh: '三个省的软件业务收入：原文数值、折成亿元的表、由 API 推算的增速及其区间、来源。两个问题都问同一个数据版本（snapshot）。',
      en: 'Software revenue of three provinces: as printed, as a table in 100 million yuan, its growth as the API derives it with intervals, and the sources. Both questions are asked of one version (snapshot).',
    },
    tested: 'run',
  },
  {
    file: 'with-polars.py',
    title: { zh: 'Python：polars', en: 'Python: polars' },
    says: {
      zh: '同样三个省，每省一列。先全部按文字读入，原文数值的末位 0 才不会丢。',
      en: 'The same three provinces, a column each. All is read as text first, so that a printed number keeps its last 0.',
    },
    tested: {
      zh: '测试编译此程序，并核对它所问的地址、所取的列与 API 的数字；没有用 polars 运行过。',
      en: 'Tests compile it and hold its address, its columns and their numbers against the API; it has not been run with polars.',
    },
  },
  {
    file: 'with-duckdb.py',
    title: { zh: 'Python：DuckDB', en: 'Python: DuckDB' },
    says: {
      zh: '下载一次 Parquet 文件，再用 SQL 查询：2024年软件业务收入最高的十个地区。数值是精确小数，单位为元。',
      en: 'Downloads the Parquet file once and asks it in SQL: the ten regions with the highest software revenue in 2024. Values are exact decimals, in yuan.',
    },
    tested: {
      zh: '测试编译此程序，并用 DuckDB 对所下载的文件执行其中的 SQL、与 API 核对；没有用 Python 的 duckdb 包运行过。',
      en: 'Tests compile it, run its SQL in DuckDB over the file of its address and hold the rows against the API; it has not been run with the Python package duckdb.',
    },
  },
  {
    file: 'with-base.R',
    title: { zh: 'R', en: 'R' },
    says: {
      zh: '只用 R 自带的函数，不需要任何包。各列先按文字读入，再把要计算的三列转成数。',
      en: 'Base R alone, no package. Columns are read as text; the three that are calculated with become numbers.',
    },
    tested: 'run',
  },
  {
    file: 'with-power-query.pq',
    title: { zh: 'Excel、Power BI：Power Query', en: 'Excel, Power BI: Power Query' },
    says: {
      zh: '在 Excel 中：数据 → 获取数据 → 空白查询 → 高级编辑器，粘贴后关闭并上载。要刷新就点“全部刷新”。',
      en: 'In Excel: Data, Get Data, Blank Query, Advanced Editor; paste, then Close & Load. Refresh All asks anew.',
    },
    tested: {
      zh: '测试核对它所问的地址、所取的列与 API 的数字；没有在 Excel 中运行过。',
      en: 'Tests hold its address, its columns and their numbers against the API; it has not been run in Excel.',
    },
  },
  {
    file: 'ask.sh',
    title: { zh: '用话来问：/ask', en: 'Asking in words: /ask' },
    says: {
      zh: 'outcome 为 answer 时，sentence 是带来源的一句话，numbers 是其中的数，page 是可看图的页面；为 choice 时有几种可能，请让人来选（choices）；为 unknown 时说明不知道什么，不要自己补。',
      en: 'Where outcome is answer, sentence is one sentence with its source, numbers are the numbers in it, and page shows them. choice: it may mean several things, let a person choose (choices). unknown: it says what is not known; do not fill the gap.',
    },
    tested: 'run',
  },
  {
    file: 'evidence.sh',
    title: { zh: '数字的依据：/evidence', en: 'What stands behind a number: /evidence' },
    says: {
      zh: '一个数字背后的一切：发布机构、文件、所在位置、其他说法、校验结果、引用格式（GB/T 7714、BibTeX）；推算数另有方法和所依据的数。',
      en: 'Everything behind one number: issuer, document, place in it, other statements, checks, citations (GB/T 7714, BibTeX); of a derived one also its method and what it is made of.',
    },
    tested: 'run',
  },
  {
    file: 'mcp.json',
    title: { zh: '给 AI 助手：MCP', en: 'For AI assistants: MCP' },
    says: {
      zh: '本站是一个只读的 MCP 服务（streamable HTTP，无需登录）。把下面一段加进客户端的设置，或在客户端里新增一个 HTTP 服务并填入其中的网址。各客户端的设置文件名不同，键名也可能略有差别。',
      en: 'This site is a read-only MCP server (streamable HTTP, no login). Put this into the settings of your client, or add an HTTP server there with the URL in it. Clients differ in the name of the file, and some in a key.',
    },
    tested: {
      zh: '测试用一个 MCP 客户端连接其中的网址，列出工具并调用。',
      en: 'Tests connect a client of MCP to the URL in it, list the tools and call one.',
    },
  },
]

/** The address that stands in the files, so that each also runs as it is beside `npm start`. */
const written = 'http://localhost:8787'

const folder = join(projectRoot(import.meta.dirname), 'server', 'docs', 'examples')
const texts = new Map<string, string>()

/**
 * The program as a reader pastes it.
 * @param address of the server that it asks, without a slash at its end.
 */
export function readExample({ file }: Example, address: string): string {
  const text = texts.get(file) ?? readFileSync(join(folder, file), 'utf8')
  texts.set(file, text)
  return text.replaceAll(written, address)
}
