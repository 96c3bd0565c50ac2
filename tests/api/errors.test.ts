import { describe, expect, test, vi } from 'vitest'
import { ErrorAnswer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { fileFormatIds } from '#server/tables/file-formats.ts'
import { openRealApi } from '../support/real-api.ts'

const { app, current, get } = await openRealApi()

async function refusal(path: string) {
  const response = await get(`/api/v1${path}`)
  const body: unknown = await response.json()
  const { error } = ErrorAnswer.parse(body)
  expect({ error }).toEqual(body)
  expect(error.message).not.toMatch(/\n/)
  expect(error.message).toMatch(/[\u4e00-\u9fff]/)
  return { status: response.status, ...error }
}

describe('400: what cannot be read', () => {
  test.each([
    ['/series?indicator=software_revenue&from=2024-13', 'unreadable', 'from', '2024-Q1'],
    ['/series?indicator=software_revenue&to=yesterday', 'unreadable', 'to', '2024-01/2024-04'],
    ['/series?indicator=software_revenue&from=2025&to=2023', 'unreadable', 'from', '晚于'],
    ['/series?indicator=software_revenue&from=2024-05/2024-01', 'unreadable', 'from', '无法识别'],
    ['/series?indicator=software_revenue&measure=growth', 'unreadable', 'measure', 'yoy_pct'],
    ['/series?indicator=software_revenue&basis=weekly', 'unreadable', 'basis', 'cumulative'],
    ['/series?indicator=software_revenue,,telecom_revenue', 'unreadable', 'indicator', '空项'],
    ['/series', 'missing_parameter', 'indicator', '缺少'],
    ['/series?indicator=software_revenue&transforms=yoy', 'unknown_parameter', 'transforms', 'transform'],
    ['/series?indicator=software_revenue&transform=growth', 'unreadable', 'transform', 'implied_base'],
    [
      '/series?indicator=software_revenue&indicator=telecom_revenue',
      'repeated_parameter',
      'indicator',
      '2 次',
    ],
    ['/regions?snapshot=2024&snapshot=2025', 'repeated_parameter', 'snapshot', '2 次'],
    ['/regions?snapshot=', 'unreadable', 'snapshot', '为空'],
    ['/series?indicator=software_revenue&asOf=2024-06', 'unreadable', 'asOf', '2024-06-30'],
    ['/series?indicator=software_revenue&asOf=2024-02-30', 'unreadable', 'asOf', '不是日期'],
    ['/series?indicator=software_revenue&updatedAfter=lately', 'unreadable', 'updatedAfter', 'T12:00:00'],
    ['/series?indicator=software_revenue&includeHistory=yes', 'unreadable', 'includeHistory', 'true'],
    [
      '/compare?indicator=software_revenue&includeHistory=true',
      'unknown_parameter',
      'includeHistory',
      'asOf',
    ],
    ['/latest?asOf=today', 'unreadable', 'asOf', '2024-06-30'],
    ['/conflicts?compatible=maybe', 'unreadable', 'compatible', 'false'],
    ['/checks?severity=mild', 'unreadable', 'severity', 'hard'],
    ['/checks?state=closed', 'unreadable', 'state', 'acknowledged'],
    ['/targets?status=target', 'unknown_parameter', 'status', 'region'],
    ['/sentence', 'missing_parameter', 'indicator', '缺少'],
    ['/sentence?indicator=software_revenue&lang=fr', 'unreadable', 'lang', 'en'],
    ['/verdicts?topic=software', 'unknown_parameter', 'topic', 'region'],
    ['/changes', 'missing_parameter', 'since', '缺少'],
    ['/changes?since=2025', 'unreadable', 'since', '2024-06-30'],
    ['/compare?indicator=software_revenue&period=2024Q1', 'unreadable', 'period', '2024-Q1'],
    ['/compare?indicator=software_revenue&measure=sum', 'unreadable', 'measure', 'level'],
    ['/compare', 'missing_parameter', 'indicator', '缺少'],
    ['/observations?limit=ten', 'unreadable', 'limit', '10000'],
    ['/observations?limit=0', 'unreadable', 'limit', '10000'],
    ['/observations?limit=10001', 'unreadable', 'limit', '10000'],
    ['/observations?limit=1e3', 'unreadable', 'limit', '整数'],
    ['/observations?cursor=abc', 'unreadable', 'cursor', 'nextCursor'],
    ['/observations?status=final', 'unreadable', 'status', 'preliminary'],
    ['/observations?__proto__=1', 'unknown_parameter', '__proto__', 'indicator'],
    ['/latest?regions=CN', 'unknown_parameter', 'regions', 'region'],
    ['/indicators?topic=5g', 'unknown_parameter', 'topic', 'snapshot'],
    ['/indicators/software_revenue?x=1', 'unknown_parameter', 'x', 'snapshot'],
    ['/regions?kind=zone', 'unknown_parameter', 'kind', 'snapshot'],
    ['/sources?q=x', 'unknown_parameter', 'q', 'snapshot'],
    ['/sources/web-001?x=1', 'unknown_parameter', 'x', 'snapshot'],
    ['/versions?limit=1', 'unknown_parameter', 'limit', '不收参数'],
    ['/export/csv?indicator=software_revenue', 'missing_parameter', 'question', '缺少'],
    ['/export/csv?question=latest', 'unreadable', 'question', 'series'],
    ['/export/csv?question=series&indicator=software_revenue&of=x', 'unknown_parameter', 'of', 'measure'],
    ['/export/csv?question=series', 'missing_parameter', 'indicator', '缺少'],
    [
      '/export/csv?question=compare&indicator=software_revenue&columns=x',
      'unknown_parameter',
      'columns',
      'period',
    ],
  ])('%s', async (path, code, field, hint) => {
    const problem = await refusal(path)
    expect(problem).toMatchObject({ status: 400, code, field })
    expect(problem.message).toContain(hint)
  })
})

describe('404: what does not exist', () => {
  test.each([
    ['/indicators/sofware_revenue', 'code', 'software_revenue（软件业务收入）'],
    ['/indicators/软件业务收入', 'code', 'software_revenue（软件业务收入）'],
    ['/indicators/%20%20', 'code', '/api/v1/indicators'],
    ['/series?indicator=software_revenue,xyzzy_12345', 'indicator', '/api/v1/indicators'],
    ['/series?indicator=software_revenue&region=CN,贵州', 'region', '520000（贵州）'],
    ['/series?indicator=software_revenue&region=521000', 'region', '520000'],
    ['/observations?indicator=telecom_revenu', 'indicator', 'telecom_revenue'],
    ['/observations?region=CN-SOUTH', 'region', 'CN-'],
    ['/observations?source=web-9999', 'source', 'web-'],
    ['/sources/web-9999', 'id', 'web-'],
    ['/sources/toString', 'id', '/api/v1/sources'],
    ['/compare?indicator=software_revenue&regions=zones,toString', 'regions', '/api/v1/regions'],
    ['/compare?indicator=software_revenue&regions=members:CN-SOUTH', 'regions', 'CN-'],
    ['/compare?indicator=software_revenue&measure=share_pct&of=region:XX', 'of', '/api/v1/regions'],
    ['/compare?indicator=software_revenue&measure=share_pct&of=gdpp', 'of', 'gdp（国内生产总值）'],
    ['/latest?region=beijing', 'region', '110000（北京）'],
    ['/latest?topic=software2', 'topic', 'software'],
    ['/targets?indicator=computing_powr', 'indicator', 'computing_power（算力规模）'],
    ['/sentence?indicator=software_revenu', 'indicator', 'software_revenue（软件业务收入）'],
    ['/sentence?indicator=software_revenue&region=521000', 'region', '520000'],
    ['/verdicts?region=beijing', 'region', '110000（北京）'],
    ['/conflicts?region=521000', 'region', '520000'],
    ['/checks?indicator=xyzzy_12345', 'indicator', '/api/v1/indicators'],
    ['/changes?since=2025-01-01&region=521000', 'region', '520000'],
    ['/export/csv?question=series&indicator=software', 'indicator', 'software_revenue'],
  ])('%s', async (path, field, hint) => {
    const problem = await refusal(path)
    expect(problem).toMatchObject({ status: 404, code: 'not_found', field })
    expect(problem.message).toContain(hint)
    expect(problem.message.split('、').length).toBeLessThanOrEqual(6)
  })

  test('a path of the API that is no route', async () => {
    expect(await refusal('/nothing')).toMatchObject({ status: 404, code: 'not_found' })
    expect((await get('/api/v1')).status).toBe(404)
    expect((await get('/api/v2/series')).status).toBe(404)
  })

  test('a comparison without a period, where no region has a number', async () => {
    const problem = await refusal(
      '/compare?indicator=software_revenue&regions=650000&measure=contribution_pp',
    )
    expect(problem).toMatchObject({ status: 404, code: 'no_numbers' })
  })

  test('what was typed is quoted on one line and cut short', async () => {
    const { message } = await refusal(`/indicators/${encodeURIComponent(`a\nb${'x'.repeat(500)}`)}`)
    expect(message).toContain('「a b')
    expect(message.length).toBeLessThan(200)
  })

  test('a kind of file there is none of, and all there are', async () => {
    const problem = await refusal('/export/docx?question=series&indicator=software_revenue')
    expect(problem).toMatchObject({ status: 404, code: 'not_found', field: 'format' })
    for (const format of fileFormatIds) expect(problem.message).toContain(format)
  })
})

describe('422: what has no meaning', () => {
  test.each([
    ['/series?indicator=base_stations_5g&basis=cumulative', 'basis', '不能累计'],
    ['/series?indicator=software_revenue&basis=stock', 'basis', '没有期末值'],
    ['/series?indicator=software_revenue,base_stations_5g&basis=stock', 'basis', '软件业务收入'],
    ['/series?indicator=software_revenue&basis=cumulative,stock', 'basis', 'stock（期末）'],
    ['/series?indicator=base_stations_5g&measure=net_add&basis=stock', 'basis', 'cumulative（累计）'],
    ['/compare?indicator=base_stations_5g&basis=cumulative', 'basis', '不能累计'],
    ['/compare?indicator=base_stations_5g&period=2023', 'period', '2023-12'],
    ['/compare?indicator=base_stations_5g&period=2024-Q1', 'period', '月份'],
    ['/compare?indicator=software_revenue&period=2024-07/2024-12', 'period', '不属于任何口径'],
    ['/compare?indicator=software_revenue&period=2024&basis=month', 'basis', 'year（全年）'],
    ['/compare?indicator=software_revenue&period=2024-05&basis=cumulative', 'basis', 'month（当月）'],
    ['/compare?indicator=software_revenue&regions=members:520000', 'regions', '没有成员'],
    ['/observations?indicator=base_stations_5g&measure=level&period=2023', 'period', '2023-12'],
    ['/export/csv?question=series&indicator=base_stations_5g&basis=cumulative', 'basis', '不能累计'],
    [
      '/series?indicator=software_revenue&asOf=2024-01-01&updatedAfter=2024-06-01',
      'updatedAfter',
      '晚于 asOf',
    ],
    ['/observations?asOf=2024-01-01&updatedAfter=2024-06-01', 'updatedAfter', '晚于 asOf'],
  ])('%s', async (path, field, hint) => {
    const problem = await refusal(path)
    expect(problem).toMatchObject({ status: 422, code: 'meaningless', field })
    expect(problem.message).toContain(hint)
  })

  test('an answer too large says to narrow', async () => {
    const { indicators } = (await (await get('/api/v1/indicators')).json()) as {
      indicators: { code: string }[]
    }
    const { regions } = (await (await get('/api/v1/regions')).json()) as { regions: { code: string }[] }
    const all = `indicator=${indicators.map(({ code }) => code)}&region=${regions.map(({ code }) => code)}`
    const problem = await refusal(`/series?${all}&measure=level,yoy_pct,share_pct,net_add`)
    expect(problem).toMatchObject({ status: 422, code: 'too_large' })
    expect(problem.message).toContain('请减少')
  })
})

describe('other methods and failures', () => {
  test.each(['/api/v1/series', '/api/v1/nothing', '/healthz', '/openapi.json', '/regions'])(
    '405: nothing can be written, %s neither',
    async (path) => {
      const response = await app.request(path, { method: 'POST' })
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
      expect(ErrorAnswer.parse(await response.json()).error.code).toBe('method_not_allowed')
    },
  )

  test('500: a failure is told to the operator and not to the reader', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const use = () => Promise.reject(new Error('the disk is gone', { cause: new Error('really gone') }))
    const response = await createApp({ current: { ...current, use }, pagesFolder: '' }).request(
      '/api/v1/regions',
    )
    const written = said.mock.calls.join('')
    said.mockRestore()
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ error: { code: 'internal', message: '服务器出错，请稍后再试' } })
    expect(response.headers.get('ETag')).toBeNull()
    expect(written).toContain('GET /api/v1/regions')
    expect(written).toContain('the disk is gone')
    expect(written).toContain('really gone')
  })
})
