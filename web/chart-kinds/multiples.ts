export { multiples } from '#server/charts/index.ts'
