import type { Language } from '#data/model/language.ts'
import { type ChartKindId, type ChartState, kindNames, type Unread } from '#server/charts/index.ts'
import type { Messages } from './messages/messages.ts'

interface Spoken {
  readonly language: Language
  readonly t: Messages
}

/**
 * What the address asks that is not shown: parameters that nobody can read, a kind that the numbers do not suit.
 * @param shown the kind in its place; undefined where no chart is.
 */
export function embedNotes(
  unread: readonly Unread[],
  { view }: ChartState,
  shown: ChartKindId | undefined,
  { language, t }: Spoken,
): readonly string[] {
  const nameOf = (kind: ChartKindId) => kindNames[kind][language]
  return [
    ...(unread.length > 0 ? [t.embed.unread(unread.map(({ name, text }) => `${name}=${text}`))] : []),
    ...(view && shown && shown !== view ? [t.embed.otherKind(nameOf(view), nameOf(shown))] : []),
  ]
}

/** Since when a chart is frozen, and what is missing of it for that; empty where it follows the data. */
export function frozenLine(
  { snapshot, asOf }: ChartState,
  { isOfDay, undated }: { readonly isOfDay: boolean; readonly undated: number },
  { embed: words }: Messages,
): string {
  if (!isOfDay && snapshot) return asOf ? words.frozenAt(asOf) : words.frozenVersion(snapshot)
  if (!asOf) return ''
  const made = snapshot ? words.madeAnew(asOf) : words.ofDay(asOf)
  return made + (undated > 0 ? words.undated(undated) : '')
}
