export { drawRanking } from '#server/charts/index.ts'
