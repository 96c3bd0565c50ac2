export { drawHeatmap } from '#server/charts/index.ts'
