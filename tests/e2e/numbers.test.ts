import { walkNumbers } from '../walks/numbers.ts'

walkNumbers(1440)
