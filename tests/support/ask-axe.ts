import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

interface Verdict {
  /** The rules that are broken, each with the elements that break it. */
  readonly violations: readonly (readonly [rule: string, elements: readonly string[]])[]
  /** How many rules found something that is in order. */
  readonly passes: number
}

/** Asks axe about a page as it stands. A page that frames another needs more: only its own document is looked at. */
export async function askAxe(page: Page): Promise<Verdict> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations, passes } = await axe.analyze()
  return {
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const),
    passes: passes.length,
  }
}
