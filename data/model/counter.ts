/** Words that count one kind of thing each; 个 and any other word count anything. */
const kinds: readonly (readonly string[])[] = [
  ['户', '家'],
  ['人', '人次', '名', '位'],
  ['次', '笔'],
  ['台', '部', '架'],
  ['项', '件', '种', '类'],
]

/** Whether a printed word can count what a counter counts: 次 does not count what 户 counts, 户 nothing but users. */
export function countsTheSame(word: string, counter: string | undefined): boolean {
  if (word === '户' && counter !== undefined) return counter === '户' || counter === '家'
  const of = kinds.find((words) => words.includes(word))
  const expected = kinds.find((words) => words.includes(counter ?? ''))
  return of === undefined || expected === undefined || of === expected
}
