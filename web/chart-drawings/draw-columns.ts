export { drawColumns } from '#server/charts/index.ts'
