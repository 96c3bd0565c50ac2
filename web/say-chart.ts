import { type ChartData, type ChartKind, sayChart } from '#server/charts/index.ts'
import { api } from './api.ts'

/** A chart as a sentence of a release, the one that a brief says of it in its middle length. */
export async function sentenceOf(kind: ChartKind, data: ChartData): Promise<string> {
  const { medium } = await sayChart({ kind: kind.id, data }, kind.describe(data), api.sentence)
  return medium
}
