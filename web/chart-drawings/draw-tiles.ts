export { drawTiles } from '#server/charts/index.ts'
