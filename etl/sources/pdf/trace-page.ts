import type { OPS } from 'pdfjs-dist'
import { type Area, boxesOf, boxUnder, type Matrix, matrixOf, multiply, unit } from './geometry.ts'

/** One character as it is drawn. Lengths are in points, counted from the lower left corner. */
export interface Glyph {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The height of the line it stands on, and of its letters. */
  readonly base: number
  readonly size: number
  /** Whether it stands upright; a watermark across the page does not. */
  readonly upright: boolean
  /** Whether it is drawn at all, and in what. */
  readonly hidden: boolean
  readonly white: boolean
  /** What is drawn later lies over it. */
  readonly order: number
}

/** A rectangle or line without curves that is drawn. */
export interface Shape extends Area {
  readonly white: boolean
  /** Whether it hides what lies below. */
  readonly opaque: boolean
  readonly order: number
}

export interface Trace {
  readonly glyphs: readonly Glyph[]
  readonly shapes: readonly Shape[]
  /** Whether text may be drawn upon something that is no plain shape. */
  readonly hasGround: boolean
}

/** What a page draws, as the package for PDF lists it. */
export interface Operations {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** What the drawing needs to be told. */
export interface Surroundings {
  readonly names: typeof OPS
  /** How the page is turned before it is shown. */
  readonly turn: Matrix
  /** The factor from units of a font to its size; for most fonts a thousandth. */
  fontScale(name: string): number
  /** Whether a layer is shown. */
  isShown(layer: unknown): boolean
}

interface State {
  readonly place: Matrix
  readonly colour: string
  readonly alpha: number
  readonly blended: boolean
  readonly font: string
  readonly size: number
  readonly spacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  /** 3 and 7 draw nothing. */
  readonly mode: number
}

const first: State = {
  place: unit,
  colour: '#000000',
  alpha: 1,
  blended: false,
  font: '',
  size: 10,
  spacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

/** Follows the drawing of a page: where every character stands and how it looks, and the shapes around them. */
export function tracePage(operations: Operations, surroundings: Surroundings): Trace {
  const tracer = new Tracer(surroundings)
  for (const [i, operation] of operations.fnArray.entries())
    tracer.follow(operation, operations.argsArray[i] ?? [], i)
  return tracer
}

/** The operations that only set a value, by name. */
const settings: Readonly<Record<string, (args: readonly unknown[], state: State) => Partial<State>>> = {
  setFillRGBColor: ([colour]) => ({ colour: String(colour) }),
  setFillColorN: () => ({ colour: 'pattern' }),
  setFont: ([font, size]) => ({ font: String(font), size: Number(size) }),
  setCharSpacing: ([spacing]) => ({ spacing: Number(spacing) }),
  setWordSpacing: ([wordSpacing]) => ({ wordSpacing: Number(wordSpacing) }),
  setHScale: ([stretch]) => ({ stretch: Number(stretch) / 100 }),
  setLeading: ([leading]) => ({ leading: -Number(leading) }),
  setTextRise: ([rise]) => ({ rise: Number(rise) }),
  setTextRenderingMode: ([mode]) => ({ mode: Number(mode) }),
  transform: (args, { place }) => ({ place: multiply(place, matrixOf(args)) }),
  setGState: ([pairs], state) => graphicsState(pairs, state),
}

function graphicsState(pairs: unknown, state: State): Partial<State> {
  const values = new Map((Array.isArray(pairs) ? pairs : []) as [string, unknown][])
  const font = values.get('Font')
  return {
    alpha: Number(values.get('ca') ?? state.alpha),
    blended: values.has('BM') ? !/^(?:source-over|normal)$/i.test(String(values.get('BM'))) : state.blended,
    ...(Array.isArray(font) ? { font: String(font[0]), size: Number(font[1]) } : {}),
  }
}

class Tracer implements Trace {
  readonly glyphs: Glyph[] = []
  readonly shapes: Shape[] = []
  hasGround = false
  private readonly surroundings: Surroundings
  private readonly actions: Readonly<Record<number, (args: readonly unknown[], order: number) => void>>
  private state: State
  private readonly saved: State[] = []
  private line: Matrix = unit
  private text: Matrix = unit
  private readonly layers: boolean[] = []

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
    this.state = { ...first, place: surroundings.turn }
    this.actions = this.actionsBy(surroundings.names)
  }

  follow(operation: number, args: readonly unknown[], order: number): void {
    this.actions[operation]?.(args, order)
  }

  private actionsBy(names: typeof OPS): Record<number, (args: readonly unknown[], order: number) => void> {
    const set = Object.entries(settings).map(([name, change]) => [
      names[name as keyof typeof OPS],
      (args: readonly unknown[]) => {
        this.state = { ...this.state, ...change(args, this.state) }
      },
    ])
    const ground = () => {
      this.hasGround = true
    }
    return {
      ...Object.fromEntries(set),
      [names.save]: () => this.save(),
      [names.restore]: () => this.restore(),
      [names.paintFormXObjectBegin]: ([matrix]) => {
        this.save()
        if (matrix) this.state = { ...this.state, place: multiply(this.state.place, matrixOf(matrix)) }
      },
      [names.paintFormXObjectEnd]: () => this.restore(),
      [names.beginText]: () => this.moveTo(unit),
      [names.setTextMatrix]: ([matrix]) => this.moveTo(matrixOf(matrix)),
      [names.moveText]: ([x, y]) => this.moveBy(Number(x), Number(y)),
      [names.setLeadingMoveText]: ([x, y]) => {
        this.state = { ...this.state, leading: Number(y) }
        this.moveBy(Number(x), Number(y))
      },
      [names.nextLine]: () => this.moveBy(0, this.state.leading),
      [names.showText]: ([glyphs], order) => this.show(glyphs, order),
      [names.constructPath]: ([paint, data], order) =>
        this.draw(Number(paint), Array.isArray(data) ? data[0] : undefined, order),
      [names.shadingFill]: ground,
      [names.paintImageXObject]: ground,
      [names.beginMarkedContent]: () => this.layers.push(true),
      [names.beginMarkedContentProps]: ([tag, layer]) =>
        this.layers.push(tag !== 'OC' || this.surroundings.isShown(layer)),
      [names.endMarkedContent]: () => this.layers.pop(),
    }
  }

  private save(): void {
    this.saved.push(this.state)
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private moveTo(matrix: Matrix): void {
    this.line = matrix
    this.text = matrix
  }

  private moveBy(x: number, y: number): void {
    this.moveTo(multiply(this.line, [1, 0, 0, 1, x, y]))
  }

  private show(glyphs: unknown, order: number): void {
    const { size, stretch, spacing, wordSpacing, font } = this.state
    const scale = size * this.surroundings.fontScale(font)
    for (const glyph of Array.isArray(glyphs) ? (glyphs as (number | DrawnGlyph)[]) : []) {
      if (typeof glyph === 'number') this.advance((-glyph * size * stretch) / 1000)
      else {
        const width = glyph.width * scale * stretch
        if (glyph.unicode !== '\0') this.put(glyph.unicode, width, order)
        this.advance(width + (spacing + (glyph.isSpace ? wordSpacing : 0)) * stretch)
      }
    }
  }

  private advance(width: number): void {
    this.text = multiply(this.text, [1, 0, 0, 1, width, 0])
  }

  private put(text: string, width: number, order: number): void {
    const { place, rise, size, mode, alpha } = this.state
    const [a, b, c, d, x, y] = multiply(place, multiply(this.text, [1, 0, 0, 1, 0, rise]))
    const isTurned = Math.abs(b) > 0.1 * Math.abs(a) || Math.abs(c) > 0.5 * Math.abs(d)
    this.glyphs.push({
      text,
      start: x,
      end: x + width * a,
      base: y,
      size: Math.abs(d * size) || 10,
      upright: !isTurned,
      hidden: mode === 3 || mode === 7 || alpha === 0 || this.layers.includes(false),
      white: isWhite(this.state.colour),
      order,
    })
  }

  private draw(paint: number, data: unknown, order: number): void {
    const { names } = this.surroundings
    const isFilled = [
      names.fill,
      names.eoFill,
      names.fillStroke,
      names.eoFillStroke,
      names.closeFillStroke,
    ].includes(paint)
    const isStroked = [names.stroke, names.closeStroke].includes(paint)
    if (!isFilled && !isStroked) return
    const { colour, alpha, blended, place } = this.state
    const opaque = isFilled && alpha === 1 && !blended
    for (const box of boxesOf(data, isStroked))
      this.shapes.push({ ...boxUnder(place, box), white: isWhite(colour), opaque, order })
  }
}

interface DrawnGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const isWhite = (colour: string) => /^#f[c-f]f[c-f]f[c-f]$/i.test(colour)
