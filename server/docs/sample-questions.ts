/** For each route a question that shows what it is for, and whose answer is short. */
export const sampleQuestions: Readonly<Record<string, string>> = {
  '/api/v1/versions': '/api/v1/versions',
  '/api/v1/indicators': '/api/v1/indicators',
  '/api/v1/indicators/{code}': '/api/v1/indicators/software_revenue',
  '/api/v1/regions': '/api/v1/regions',
  '/api/v1/sources': '/api/v1/sources',
  '/api/v1/sources/{id}': '/api/v1/sources/web-020',
  '/api/v1/observations': '/api/v1/observations?indicator=software_revenue&region=CN&period=2024',
  '/api/v1/series': '/api/v1/series?indicator=software_revenue&region=CN&basis=cumulative&from=2025',
  '/api/v1/compare':
    '/api/v1/compare?indicator=software_revenue&period=2024&basis=year&compilation=annual&regions=provinces',
  '/api/v1/compare/latest':
    '/api/v1/compare/latest?indicator=software_revenue&basis=year&compilation=annual&regions=provinces',
  '/api/v1/latest': '/api/v1/latest?region=CN&topic=software',
  '/api/v1/standing': '/api/v1/standing?region=520000',
  '/api/v1/targets': '/api/v1/targets?indicator=software_revenue',
  '/api/v1/sentence': '/api/v1/sentence?indicator=software_revenue&region=CN&period=2024&basis=year',
  '/api/v1/verdicts': '/api/v1/verdicts?region=CN',
  '/api/v1/conflicts': '/api/v1/conflicts?indicator=software_revenue&region=CN',
  '/api/v1/checks': '/api/v1/checks?severity=hard&indicator=software_revenue',
  '/api/v1/inbox': '/api/v1/inbox',
  '/api/v1/changes': '/api/v1/changes?since=2026-01-01&indicator=software_revenue&region=CN',
  '/api/v1/evidence/{id}': '/api/v1/evidence/software_revenue~440000~2024~year~annual',
  '/api/v1/export/{format}':
    '/api/v1/export/csv?question=series&indicator=software_revenue&region=CN&basis=year&from=2020&bom=true',
  '/api/v1/calendar': '/api/v1/calendar?indicator=software_revenue',
  '/api/v1/feed.atom': '/api/v1/feed.atom?indicator=software_revenue',
  '/api/v1/ask': `/api/v1/ask?q=${encodeURIComponent('2024年广东的软件业务收入是多少')}`,
  '/api/v1/find': `/api/v1/find?q=${encodeURIComponent('软件收入')}`,
  '/charts/{kind}.{ending}': '/charts/trend.svg?indicator=software_revenue&region=CN&basis=cumulative',
  '/brief.html':
    '/brief.html?1.indicator=software_revenue&1.region=CN&2.view=tiles&2.indicator=software_revenue',
  '/brief.docx': '/brief.docx?1.indicator=software_revenue&1.region=CN&1.say=medium',
  '/brief.pptx': '/brief.pptx?layout=slides&1.indicator=software_revenue&1.region=CN',
  '/oembed': '/oembed?url=/regions',
  '/healthz': '/healthz',
  '/readyz': '/readyz',
}
