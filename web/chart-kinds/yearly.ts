export { yearly } from '#server/charts/index.ts'
