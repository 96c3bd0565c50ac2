import { afterAll } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { otherLooks as otherLabels, walkLabels } from '../walks/labels-of-provinces.ts'
import { otherLooks, walkRegionPages } from '../walks/region-pages.ts'

afterAll(closeBrowser)
walkRegionPages(otherLooks)
walkLabels(otherLabels)
