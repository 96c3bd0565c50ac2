import { expect, test } from 'vitest'
import { openingQuestions } from '#server/warm.ts'
import { drawn, visit } from '../support/browser.ts'

const root = '/api/v1'

/** A question whatever the order and the spelling of its parameters. */
function questionOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  searchParams.sort()
  return `${pathname.replace(root, '')} ${searchParams}`
}

const known = new Set(openingQuestions.map(questionOf))

/** The newest documents and the numbers behind derived ones: which these are, changes with the figures. */
const changing = /^\/(?:sources\/|observations )/

test.each(['/', '/indicators/software_revenue', '/regions', '/targets', '/checks', '/sources'])(
  '%s asks nothing when it is opened that has not been answered beforehand',
  async (path) => {
    const { page } = await visit(path)
    await drawn(page)
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const asked = loaded.filter((name) => new URL(name).pathname.startsWith(root)).map(questionOf)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter((question) => !known.has(question) && !changing.test(question))).toEqual([])
  },
)
