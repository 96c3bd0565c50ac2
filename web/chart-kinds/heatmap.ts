export { heatmap } from '#server/charts/index.ts'
