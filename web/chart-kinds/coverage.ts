export { coverage } from '#server/charts/index.ts'
