import { chosenVisits, walkPages } from '../walks/pages.ts'

walkPages(chosenVisits)
