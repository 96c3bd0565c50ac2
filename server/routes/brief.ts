import type { Context } from 'hono'
import { Hono } from 'hono'
import { type BriefAbout, renderBrief } from '#server/brief/brief-page.ts'
import { readBriefQuestion } from '#server/brief/brief-question.ts'
import { briefWords } from '#server/brief/brief-words.ts'
import { readBriefCharts } from '#server/brief/read-brief.ts'
import { printBrief } from '#server/charts/index.ts'
import { attached } from '#server/exports/file-name.ts'
import { originOf } from '#server/origin-of.ts'
import { dayInBeijing } from '#server/queries/read-versions.ts'
import type { ServerEnv } from '#server/server-env.ts'

/** The files that a brief can be had as. */
export const briefPaths = ['/brief.html'] as const

export const brief = new Hono<ServerEnv>().get('/brief.html', async (c) => {
  const about = aboutOf(c)
  const page = await renderBrief(await readBriefCharts(c.var.store, about), about)
  return c.body(page, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Disposition': attached(nameOf(about, 'html'), 'inline'),
  })
})

/** @throws Problem 400 */
function aboutOf(c: Context<ServerEnv>): BriefAbout {
  const { store, publicUrl } = c.var
  const asked = readBriefQuestion(new URL(c.req.url).search)
  const { id, published_at } = store.snapshot
  const published = dayInBeijing(published_at)
  const made = { day: asked.brief.made?.day ?? published, snapshot: id }
  return {
    ...asked,
    day: made.day,
    snapshot: id,
    published,
    site: publicUrl || originOf(c.req.url),
    address: `/brief?${printBrief({ ...asked.brief, made })}${asked.language === 'en' ? '&lang=en' : ''}`,
  }
}

/** In ASCII, and in Chinese where that is the language of the file. */
function nameOf({ brief: { title }, language, day }: BriefAbout, extension: string) {
  const words = briefWords[language]
  const whole = `${words.brand}-${title || words.untitled}-${day}.${extension}`
  return { ascii: `youju-brief-${day}.${extension}`, whole }
}
