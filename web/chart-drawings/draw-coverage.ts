export { drawCoverage } from '#server/charts/index.ts'
