export { drawMultiples } from '#server/charts/index.ts'
