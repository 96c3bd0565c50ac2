/** Every colour of the product. Nothing a user types may reach a colour: SVG attributes are not escaped. */
export interface Theme {
  readonly ground: string
  /** Above the ground: tooltips, menus. */
  readonly raised: string
  readonly ink: string
  readonly muted: string
  readonly grid: string
  /** Axis lines and ticks. */
  readonly axis: string
  /** Ink blue: what can be pressed, and the one thing a chart is about. */
  readonly accent: string
  /** Bars that stand beside the accented one. */
  readonly rest: string
  readonly rise: string
  readonly fall: string
  /** Told apart with any colour vision and, by lightness, in grey print. */
  readonly categorical: readonly [string, ...string[]]
  /** Of provinces: far from each other and from the categorical ones, with any colour vision. */
  readonly provincial: readonly [string, ...string[]]
  /** Few to many, 7 classes. */
  readonly sequential: readonly [string, ...string[]]
}

export const themes = {
  light: {
    ground: '#fbfbf9',
    raised: '#ffffff',
    ink: '#0f1c2e',
    muted: '#57636f',
    grid: '#e3e6ea',
    axis: '#8d97a3',
    accent: '#0b4296',
    rest: '#7a93b0',
    rise: '#b3261e',
    fall: '#0a6b4f',
    categorical: ['#0b4296', '#d67c08', '#35856e', '#670f5a', '#906400', '#398fca', '#8c2d2a', '#575770'],
    provincial: [
      '#bb6cc2',
      '#b85451',
      '#573439',
      '#a78395',
      '#4f7185',
      '#7e5db1',
      '#97915e',
      '#506be0',
      '#8b3d58',
      '#89470f',
      '#830f05',
      '#2291f8',
    ],
    sequential: ['#deebf8', '#b8d7f2', '#8bbbe8', '#629bd5', '#3873b6', '#20569a', '#123465'],
  },
  dark: {
    ground: '#11171f',
    raised: '#1b242f',
    ink: '#e8ecf1',
    muted: '#9fabb8',
    grid: '#2a333e',
    axis: '#6b7785',
    accent: '#61b7ff',
    rest: '#5f7791',
    rise: '#f58a7f',
    fall: '#5fc9a0',
    categorical: ['#61b7ff', '#ebb16c', '#5ae6d1', '#a972d3', '#f0ea7f', '#307d91', '#ce564a', '#979ea1'],
    provincial: [
      '#955878',
      '#c26201',
      '#f4741e',
      '#bc757e',
      '#1b6ad4',
      '#9843b1',
      '#d7d209',
      '#707eab',
      '#c13045',
      '#ba986e',
      '#eba0a2',
      '#7e79f5',
    ],
    sequential: ['#1f2c3d', '#263d5a', '#2f557d', '#3b6da1', '#5999d4', '#84bcec', '#bee0f9'],
  },
} as const satisfies Record<string, Theme>

export type ThemeName = keyof typeof themes

/** The colours as a stylesheet: those of the reader's choice (`data-theme`), else of the machine's; light ones on paper. */
export function paletteRules(): string {
  const light = cssVariables(themes.light)
  const dark = cssVariables(themes.dark)
  return [
    `:root { color-scheme: light; ${light} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { color-scheme: dark; ${dark} } }`,
    `:root[data-theme='dark'] { color-scheme: dark; ${dark} }`,
    `@media print { :root:root:root { color-scheme: light; ${light} } }`,
  ].join('\n')
}

/** A theme as CSS custom properties: `--ground: …; --cat-1: …; --seq-7: …;`. */
export function cssVariables(theme: Theme): string {
  const { categorical, provincial, sequential, ...single } = theme
  return [
    ...Object.entries(single).map(([name, color]) => `--${name}: ${color};`),
    ...categorical.map((color, index) => `--cat-${index + 1}: ${color};`),
    ...provincial.map((color, index) => `--prov-${index + 1}: ${color};`),
    ...sequential.map((color, index) => `--seq-${index + 1}: ${color};`),
  ].join(' ')
}

/** Relative luminance of `#rrggbb`, 0 black to 1 white (WCAG 2). */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The ink or the ground, whichever reads better on a colour. */
export function inkOn(color: string, { ink, ground }: Theme): string {
  return contrast(ink, color) >= contrast(ground, color) ? ink : ground
}

/** A colour made as much darker or lighter as it takes to be read as text (contrast 4.5). */
export function readable(color: string, { ink, ground }: Theme): string {
  const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
  return shares.map((share) => mix(color, ink, share)).find((each) => contrast(each, ground) >= 4.5) ?? ink
}

/** A colour between two: 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((color) => Number.parseInt(color.slice(at, at + 2), 16))
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
