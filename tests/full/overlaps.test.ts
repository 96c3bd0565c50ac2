import { charts, walkOverlaps } from '../walks/overlaps.ts'

walkOverlaps(charts, [1440])
walkOverlaps(charts.slice(3), [390])
