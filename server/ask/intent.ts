/** What a question wants to know. */
export const intents = [
  'value',
  'trend',
  'ranking',
  'share',
  'comparison',
  'target',
  'source',
  'definition',
] as const
export type Intent = (typeof intents)[number]
