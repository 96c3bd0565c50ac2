import { describe } from 'vitest'
import { walkDerivations, walkNarrowDerivations } from './walks/derivations.ts'

describe('the truth lies inside every derived interval', () => walkDerivations(1 / 10))

walkNarrowDerivations()
