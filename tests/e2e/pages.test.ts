import { afterAll } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { walkPages } from '../walks/pages.ts'

afterAll(closeBrowser)
walkPages(0)
