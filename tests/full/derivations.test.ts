import { describe } from 'vitest'
import { walkDerivations } from '../walks/derivations.ts'

describe('the truth lies inside every derived interval', () => walkDerivations(1))
