import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { dispose, getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** As much of ECharts as lines, bars and shapes of our own need: tiles, bands, leaders of labels. */
export const engine = { dispose, getInstanceByDom, init }
