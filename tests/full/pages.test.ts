import { afterAll } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { otherVisits, walkPages } from '../walks/pages.ts'

afterAll(closeBrowser)
walkPages(otherVisits)
