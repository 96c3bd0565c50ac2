import { otherVisits, walkPages } from '../walks/pages.ts'

walkPages(otherVisits)
