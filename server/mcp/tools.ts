/** What an assistant can ask: a question of the API, under a name and with advice on when to ask it. */
export interface McpTool {
  readonly name: string
  readonly title: string
  /** When to use it. */
  readonly description: string
  /** The route below /api/v1; what it takes is what the tool takes. */
  readonly path: string
}

/** The tools, in the order in which they are mostly needed. */
export const tools: readonly McpTool[] = [
  {
    name: 'ask',
    title: 'Ask in words',
    path: '/ask',
    description:
      'Answers a question in Chinese or English about China’s digital economy with one sentence that names its source. Where it may mean several things it lists them: ask the user, do not choose. Where it does not know, it says so: do not fill the gap.',
  },
  {
    name: 'find',
    title: 'Find codes',
    path: '/find',
    description: 'The codes of indicators, regions and issuers that words name; the other tools take codes.',
  },
  {
    name: 'series',
    title: 'Series',
    path: '/series',
    description:
      'Numbers of indicators in regions over time. Cumulative, monthly and end-of-month numbers are series of their own and never mixed: name `basis` where you can, and `from` and `to` to keep the answer short.',
  },
  {
    name: 'compare',
    title: 'Compare regions',
    path: '/compare',
    description: 'One period of one indicator across regions, ranked, with the regions that have no number.',
  },
  {
    name: 'targets',
    title: 'Targets',
    path: '/targets',
    description: 'Targets of plans beside what came of them; a target is no forecast and no actual number.',
  },
  {
    name: 'evidence',
    title: 'Evidence of a number',
    path: '/evidence/{id}',
    description:
      'Everything that stands behind one number: the document, the place in it, other statements, checks, a citation. For a derived number its method and what it is made of.',
  },
]

/** How numbers are to be quoted; every client shows it to its model. */
export const instructions = [
  'Official figures of China’s digital economy, each with its evidence.',
  'Quote a number as it is printed (`printedValue`, `printedUnit`), with its period, its basis and its source.',
  'A number with `derived` was printed by nobody: say that it is derived, and give its interval.',
  'Say `preliminary` and `target` where the status is so. Never compare numbers of different `basis` or `compilation`.',
].join(' ')
