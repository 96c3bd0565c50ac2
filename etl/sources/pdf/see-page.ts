import type { LeftOut } from '../unread.ts'
import type { Area } from './geometry.ts'
import type { TextItem } from './lay-out-page.ts'
import type { Glyph, Shape, Trace } from './trace-page.ts'

/** What a reader sees of a page. */
export interface SeenPage {
  readonly items: readonly TextItem[]
  readonly leftOut: readonly LeftOut[]
  /** Whether its text lies unseen under a picture: what a program made of a scan. */
  readonly isScan: boolean
}

interface Seen {
  readonly trace: Trace
  readonly page: Area
  /** Where a reader of the file struck text out. */
  readonly strikes: readonly Area[]
}

/** Of unseen text this share makes a page a scan. */
const scanned = 0.8

/** Parts the text of a page into what is seen, struck and hidden, in runs that stand together. */
export function seePage({ trace, page, strikes }: Seen): SeenPage {
  const upright = trace.glyphs.filter((glyph) => glyph.upright)
  const unseen = upright.filter(({ hidden, text }) => hidden && text.trim() !== '').length
  const isScan = unseen > 0 && unseen >= scanned * upright.filter(({ text }) => text.trim() !== '').length
  const lookOf = lookFinder({ trace, page, strikes }, isScan)
  const items: TextItem[] = []
  const leftOut: LeftOut[] = []
  for (const { look, glyphs } of runsOf(upright, lookOf)) {
    const text = glyphs.map((glyph) => glyph.text).join('')
    if (look === 'seen') items.push(toItem(glyphs, text))
    else if (text.trim() !== '') leftOut.push({ kind: look, text })
  }
  return { items, leftOut, isScan }
}

type Look = LeftOut['kind'] | 'seen'

/** In letter heights: how thin a line is that strikes, and how high above the foot of the letters it runs. */
const strike = { thickest: 0.15, lowest: 0.12, highest: 0.62 }

function lookFinder({ trace, page, strikes }: Seen, isScan: boolean): (glyph: Glyph) => Look {
  const flat = trace.shapes.filter(({ left, right, top, bottom }) => top - bottom < 4 && right - left > 2)
  const covers = trace.shapes.filter(({ opaque, top, bottom }) => opaque && top - bottom >= 4)
  const grounds = trace.shapes.filter(({ opaque, white }) => opaque && !white)
  const isStruck = (glyph: Glyph) =>
    flat.some((line) => strikesOut(line, glyph)) || strikes.some((area) => isWithin(area, glyph))
  const isOnGround = (glyph: Glyph) =>
    trace.hasGround || grounds.some((ground) => ground.order < glyph.order && isWithin(ground, glyph))
  const isHidden = (glyph: Glyph) =>
    (glyph.hidden && !isScan) ||
    !isWithin(page, glyph) ||
    (glyph.white && !isOnGround(glyph)) ||
    covers.some((cover) => cover.order > glyph.order && isWithin(cover, glyph))
  return (glyph) => (isHidden(glyph) ? 'hidden' : isStruck(glyph) ? 'struck' : 'seen')
}

function strikesOut({ left, right, top, bottom }: Shape, { start, end, base, size }: Glyph): boolean {
  const middle = (start + end) / 2
  const height = ((top + bottom) / 2 - base) / size
  return (
    middle > left &&
    middle < right &&
    top - bottom <= strike.thickest * size &&
    height > strike.lowest &&
    height < strike.highest
  )
}

/** Whether the middle of a letter lies in an area. */
function isWithin({ left, right, bottom, top }: Area, { start, end, base, size }: Glyph): boolean {
  const [x, y] = [(start + end) / 2, base + 0.35 * size]
  return x > left && x < right && y > bottom && y < top
}

interface Run {
  readonly look: Look
  readonly glyphs: Glyph[]
}

/** Letters that look alike and stand side by side. */
function runsOf(glyphs: readonly Glyph[], lookOf: (glyph: Glyph) => Look): Run[] {
  const runs: Run[] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)
    const before = last?.glyphs.at(-1)
    // A space is of the run it stands in.
    const look = glyph.text.trim() === '' && last ? last.look : lookOf(glyph)
    if (last && before && last.look === look && isBeside(before, glyph)) last.glyphs.push(glyph)
    else runs.push({ look, glyphs: [glyph] })
  }
  return runs
}

function isBeside(before: Glyph, glyph: Glyph): boolean {
  const gap = (glyph.start - before.end) / glyph.size
  const isLevel = Math.abs(glyph.base - before.base) < 0.05 * glyph.size
  return isLevel && Math.abs(glyph.size - before.size) < 0.05 * glyph.size && gap > -0.5 && gap < 0.2
}

function toItem(glyphs: readonly Glyph[], str: string): TextItem {
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  const { start = 0, base = 0, size = 10 } = first ?? {}
  return {
    str,
    transform: [size, 0, 0, size, start, base],
    width: (last?.end ?? start) - start,
    height: size,
  }
}
