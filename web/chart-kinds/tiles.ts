export { tiles } from '#server/charts/index.ts'
