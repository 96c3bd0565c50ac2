import type { createApp } from './app.ts'
import { encodings } from './encoding.ts'

const provinces =
  '110000,120000,130000,140000,150000,210000,220000,230000,310000,320000,330000,340000,350000,360000,370000,410000,420000,430000,440000,450000,460000,500000,510000,520000,530000,540000,610000,620000,630000,640000,650000'
const everywhere = `CN,${provinces},710000,810000,820000`
const parts = 'measure=level,yoy_pct,net_add&limit=10000'

/** What the pages ask when they are opened: `tests/e2e/opening.test.ts` opens them. */
export const openingQuestions: readonly string[] = [
  // Every page.
  '/indicators',
  '/regions',
  // The overview.
  '/sources',
  '/latest?region=CN',
  '/compare?indicator=software_revenue&regions=zones&measure=level',
  '/compare?indicator=software_revenue&regions=provinces&measure=level&compilation=annual',
  '/series?indicator=software_revenue&region=CN&measure=yoy_pct&basis=cumulative',
  '/series?indicator=telecom_revenue&region=CN&measure=yoy_pct&basis=cumulative',
  '/series?indicator=computing_power&region=CN&measure=level&basis=stock',
  '/series?indicator=base_stations_5g&region=CN&measure=level&basis=stock',
  // The indicator and the regions that are shown first.
  '/indicators/software_revenue',
  '/series?indicator=software_revenue&region=CN&measure=level&compilation=express&basis=cumulative',
  `/series?indicator=software_revenue&region=${everywhere}&measure=level&compilation=annual&basis=year`,
  `/series?indicator=software_revenue&region=${everywhere}&measure=yoy_pct&compilation=annual&basis=year`,
  `/series?indicator=software_revenue&region=${everywhere}&measure=level&compilation=annual&basis=year&transform=yoy`,
  `/observations?indicator=software_revenue&region=CN&${parts}`,
  `/observations?indicator=software_revenue&region=${provinces}&${parts}`,
  // Targets, checks, sources.
  '/targets',
  '/checks',
  '/conflicts',
  '/inbox',
]

/**
 * Asks the questions that open the pages, so that their answers are kept in every encoding. What has no answer in other
 * figures than ours (404, 422) is passed over.
 * @throws when the server fails to answer one.
 */
export async function warm(app: ReturnType<typeof createApp>): Promise<void> {
  for (const question of openingQuestions) {
    for (const encoding of encodings) {
      const answer = await app.request(`/api/v1${question}`, { headers: { 'Accept-Encoding': encoding } })
      await answer.arrayBuffer()
      if (answer.status >= 500) throw new Error(`${question} was answered ${answer.status}`)
    }
  }
}
