export { drawSlope } from '#server/charts/index.ts'
