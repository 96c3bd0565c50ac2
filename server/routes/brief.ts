import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type BriefAbout, titleOf } from '#server/brief/brief-about.ts'
import { briefFormats } from '#server/brief/brief-formats.ts'
import { readBriefQuestion } from '#server/brief/brief-question.ts'
import { briefWords } from '#server/brief/brief-words.ts'
import { readBriefCharts } from '#server/brief/read-brief.ts'
import { briefHeadFields, briefItemFields, pictureFields, printBrief } from '#server/charts/index.ts'
import { attached, shortened } from '#server/exports/file-name.ts'
import { bytesOf } from '#server/form.ts'
import { inLanguage } from '#server/in-language.ts'
import { originOf } from '#server/origin-of.ts'
import { describeAddress } from '#server/pictures/describe-address.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { dayInBeijing } from '#server/queries/read-versions.ts'
import type { ServerEnv } from '#server/server-env.ts'
import { createRouter } from './create-router.ts'
import { bodies, questionErrors } from './responses.ts'

/** The files that a brief can be had as. */
export const briefPaths = Object.keys(briefFormats).map((ending) => `/brief.${ending}`)

const query = z.object({
  ...describeAddress(briefItemFields, '1.'),
  ...describeAddress(briefHeadFields),
  ...describeAddress({ lang: pictureFields.lang, snapshot: pictureFields.snapshot }),
})

/** A brief by its address: `/brief.html?title=…&1.indicator=…`. */
export function createBrief(rasterizer: Rasterizer) {
  const routes = createRouter()
  for (const [ending, { mediaType, disposition, summary, write }] of Object.entries(briefFormats)) {
    routes.openAPIRegistry.registerPath({
      ...{ method: 'get', path: `/brief.${ending}`, summary },
      description:
        'Before the dot stands the number of a chart: `1.indicator`, `2.indicator` and so on, 20 at most. What there is not is left out and named in the file, as long as there is any other.',
      request: { query },
      responses: {
        200: { description: 'The whole brief.', content: bodies([{ mediaType }]) },
        ...questionErrors,
      },
    })
    routes.get(`/brief.${ending}`, async (c) => {
      const about = aboutOf(c)
      const file = await write(await readBriefCharts(c.var.store, about), about, rasterizer)
      return c.body(bytesOf(file), 200, {
        'Content-Type': mediaType,
        'Content-Disposition': attached(nameOf(about, ending), disposition),
      })
    })
  }
  return routes
}

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
    publishedAt: published_at,
    site: publicUrl || originOf(c.req.url),
    address: inLanguage(`/brief?${printBrief({ ...asked.brief, made })}`, asked.language),
  }
}

/** In ASCII, and in Chinese where that is the language of the file. */
function nameOf(about: BriefAbout, ending: string) {
  const { language, day } = about
  const whole = `${briefWords[language].brand}-${shortened(titleOf(about))}-${day}.${ending}`
  return { ascii: `youju-brief-${day}.${ending}`, whole }
}
