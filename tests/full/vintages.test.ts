import { describe } from 'vitest'
import { walkVintage } from '../walks/vintages.ts'

describe.each(['2022-06-30', '2025-02-01'])('an answer for %s', (day) => walkVintage(day))
