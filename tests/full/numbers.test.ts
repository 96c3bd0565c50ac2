import { walkNumbers } from '../walks/numbers.ts'

walkNumbers(390)
