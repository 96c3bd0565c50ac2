export { drawYearly } from '#server/charts/index.ts'
