import type { Article } from '#etl/document.ts'
import type { LabelContext } from './label.ts'
import { readTable, type TableReading } from './read-table.ts'
import { type CellResolvers, resolversOfCells } from './resolve/index.ts'

/** Reads the tables of an article in their order. */
export function readTables(
  article: Article,
  context: Omit<LabelContext, 'topic'>,
  resolvers: CellResolvers = resolversOfCells,
): TableReading {
  const readings = article.blocks.flatMap((block) =>
    block.kind === 'table' ? [readTable(block, article, context, resolvers)] : [],
  )
  return {
    findings: readings.flatMap(({ findings }) => findings),
    refused: readings.flatMap(({ refused }) => refused),
  }
}
