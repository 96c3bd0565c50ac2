import { afterAll } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { chosenVisits, walkPages } from '../walks/pages.ts'

afterAll(closeBrowser)
walkPages(chosenVisits)
