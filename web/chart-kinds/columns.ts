export { columns } from '#server/charts/index.ts'
