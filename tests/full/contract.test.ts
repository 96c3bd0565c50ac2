import { standsForItsLike, walkContract } from '../walks/contract.ts'

walkContract((route) => !standsForItsLike(route))
