import { CustomChart } from 'echarts/charts'
import { use } from 'echarts/core'
import { engine as plainEngine } from './engine.ts'

use([CustomChart])

/** ECharts with shapes of our own: the tile grid, and the bands of derived numbers. */
export const engine = plainEngine
