/** A label that would like its middle at `at`. */
interface Wish {
  readonly at: number
  readonly height: number
}

/**
 * Moves labels apart as little as it takes, within [low, high]; their order is kept.
 * @returns the middles, in the order of the wishes.
 */
export function dodge(wishes: readonly Wish[], low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).toSorted((a, b) => at(wishes, a).at - at(wishes, b).at)
  const groups: Group[] = []
  for (const index of order) {
    const { at: middle, height } = at(wishes, index)
    groups.push(placed({ members: [index], wanted: [middle - height / 2], height }, low, high))
    mergeLast(groups, low, high)
  }
  const middles = wishes.map(({ at: middle }) => middle)
  for (const { members, top } of groups) {
    let from = top
    for (const index of members) {
      middles[index] = from + at(wishes, index).height / 2
      from += at(wishes, index).height
    }
  }
  return middles
}

interface Stack {
  readonly members: readonly number[]
  /** Where the top of the whole stack would have to be for each member to be where it likes. */
  readonly wanted: readonly number[]
  readonly height: number
}

interface Group extends Stack {
  readonly top: number
}

const at = (wishes: readonly Wish[], index: number): Wish => wishes[index] ?? { at: 0, height: 0 }

function placed(stack: Stack, low: number, high: number): Group {
  const mean = stack.wanted.reduce((sum, each) => sum + each, 0) / stack.wanted.length
  return { ...stack, top: Math.max(low, Math.min(mean, high - stack.height)) }
}

function mergeLast(groups: Group[], low: number, high: number): void {
  for (;;) {
    const [above, below] = groups.slice(-2)
    if (!above || !below || above.top + above.height <= below.top) return
    const wanted = [...above.wanted, ...below.wanted.map((each) => each - above.height)]
    const stack = {
      members: [...above.members, ...below.members],
      wanted,
      height: above.height + below.height,
    }
    groups.splice(-2, 2, placed(stack, low, high))
  }
}
