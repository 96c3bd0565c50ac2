export { ranking } from '#server/charts/index.ts'
