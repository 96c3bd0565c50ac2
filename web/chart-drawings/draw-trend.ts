export { drawTrend } from '#server/charts/index.ts'
