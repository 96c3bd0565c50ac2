import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { fileFormats } from '#server/tables/file-formats.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()

const header =
  'indicator,indicator_name,region,region_name,period,measure,compilation,basis,value,low,high,unit,printed_value,printed_unit,compared_to,of,status,qualifier,source,issuers,carrier,title,remark,published,dating,url,origin,line,trust,method,parents,against,is_across_break,missing,oddity,transform,index_base,id,rank,valid_from,valid_to'

/** A single month, which a spreadsheet would turn into a day, is a reporting month in files. */
const asInFiles = (period: string) => period.replace(/^(\d{4})-(\d{2})$/, '$1-M$2')

async function readFile(question: string, query: string) {
  const response = await get(`/api/v1/export/csv?question=${question}&${query}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  return { response, bytes, text, rows }
}

describe('a CSV file', () => {
  test('begins with the header, after the mark of UTF-8 where that is asked for', async () => {
    const { response, text } = await readFile('series', 'indicator=software_revenue')
    const marked = await readFile('series', 'indicator=software_revenue&bom=true')
    expect(text.split('\r\n')[0]).toBe(header)
    expect([...marked.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(marked.text).toBe(`\uFEFF${text}`)
    expect(response.headers.get('Content-Type')).toContain('text/csv; charset=utf-8')
    expect(response.headers.get('ETag')).toMatch(/^W\/"/)
  })

  test('has a name in ASCII and one in Chinese', async () => {
    const { response } = await readFile('series', 'indicator=software_revenue')
    const disposition = response.headers.get('Content-Disposition') ?? ''
    expect(disposition).toContain('filename="youju-series-software_revenue-CN-express.csv"')
    expect(decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? '')).toBe(
      '有据-序列-软件业务收入-全国-快报.csv',
    )
    const many = await readFile('compare', 'indicator=software_revenue&regions=zones')
    expect(many.response.headers.get('Content-Disposition')).toContain(
      'filename="youju-compare-software_revenue-express-2024.csv"',
    )
    const ofYears = await readFile('series', 'indicator=software_revenue&basis=year')
    expect(ofYears.response.headers.get('Content-Disposition')).toContain('-CN-express-year.csv"')
  })

  test('has an ending of its own in each format, so that none takes the place of another', async () => {
    const endings = Object.values(fileFormats).map(({ extension }) => extension)
    expect(new Set(endings).size).toBe(endings.length)
  })

  test('has a row for each point of the same series, in their order', async () => {
    const query = 'indicator=software_revenue,base_stations_5g&region=CN,520000&measure=level,yoy_pct'
    const { rows } = await readFile('series', query)
    const { series } = answers.series.parse(await ask(`/series?${query}`))
    const points = series.flatMap(({ points, ...key }) => points.map((point) => ({ ...key, ...point })))
    expect(points.length).toBeGreaterThan(100)
    expect(
      rows.map((row) => [row['indicator'], row['region'], row['basis'], row['period'], Number(row['value'])]),
    ).toEqual(
      points.map(({ indicator, region, basis, period, value }) => [
        indicator,
        region,
        basis,
        asInFiles(period),
        value,
      ]),
    )
  })

  test('has a row for each region of the same comparison, with names and where it stands', async () => {
    const { rows } = await readFile('compare', 'indicator=software_revenue&regions=zones&period=2024')
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({
      indicator_name: '软件业务收入',
      region: 'CN-EAST',
      region_name: '东部',
      basis: 'cumulative',
      value: '11302200000000',
      printed_value: '113022',
      printed_unit: '亿元',
    })
    expect(rows[0]?.['issuers']).not.toBe('')
  })

  test('has the newest number of each region, each with its own period', async () => {
    const query = 'indicator=base_stations_5g&regions=provinces'
    const { rows } = await readFile('compare_latest', query)
    const answer = answers.compareLatest.parse(await ask(`/compare/latest?${query}`))
    expect(rows.map(({ region, period }) => [region, period])).toEqual(
      answer.rows.map(({ region, point }) => [region, asInFiles(point.period)]),
    )
  })

  test('has a row for each observation, and names the next page', async () => {
    const { rows, response } = await readFile('observations', 'limit=10')
    const { observations, nextCursor } = answers.observations.parse(await ask('/observations?limit=10'))
    expect(rows.map(({ source, period }) => [source, period])).toEqual(
      observations.map(({ source, period }) => [source, asInFiles(period)]),
    )
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1]
    expect(next).toContain(`cursor=${nextCursor}`)
    expect((await get(next ?? '')).status).toBe(200)
  })

  test('writes the largest and the smallest values as plain decimals', async () => {
    const { rows } = await readFile('observations', 'limit=10000')
    expect(rows.filter(({ value }) => !/^-?\d+(\.\d+)?$/.test(value ?? ''))).toEqual([])
    expect(rows.length).toBeGreaterThan(3000)
  })

  test('is only a header where there are no numbers', async () => {
    const { text } = await readFile(
      'series',
      'indicator=software_revenue&region=650000&measure=contribution_pp',
    )
    expect(text).toBe(`${header}\r\n`)
  })
})
