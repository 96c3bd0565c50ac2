export { trend } from '#server/charts/index.ts'
