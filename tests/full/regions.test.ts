import { otherLooks as otherLabels, walkLabels } from '../walks/labels-of-provinces.ts'
import { otherLooks, walkRegionPages } from '../walks/region-pages.ts'

walkRegionPages(otherLooks)
walkLabels(otherLabels)
