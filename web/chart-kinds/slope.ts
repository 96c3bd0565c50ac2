export { slope } from '#server/charts/index.ts'
