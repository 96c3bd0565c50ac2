import { describe, expect, test } from 'vitest'
import { contrast, cssVariables, inkOn, luminance, readable, themes } from './palette.ts'
import { colorOfRegion } from './region-colours.ts'

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  const surfaces = [theme.ground, theme.raised]

  test.each(['ink', 'muted', 'accent', 'rise', 'fall'] as const)('%s can be read as text', (name) => {
    for (const surface of surfaces) expect(contrast(theme[name], surface)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['rest', ...theme.categorical, ...theme.provincial] as const)(
    '%s stands out from the ground',
    (color) => {
      const shown = color === 'rest' ? theme.rest : color
      expect(contrast(shown, theme.ground)).toBeGreaterThanOrEqual(3)
    },
  )

  test.each([...theme.categorical, ...theme.provincial])('%s becomes text that can be read', (color) => {
    expect(contrast(readable(color, theme), theme.ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('text on every regional class can be read', () => {
    for (const color of theme.sequential)
      expect(contrast(inkOn(color, theme), color)).toBeGreaterThanOrEqual(4.5)
  })

  test('no two categorical colours print in the same grey', () => {
    const greys = theme.categorical.map(lightness).toSorted((a, b) => a - b)
    const steps = greys.slice(1).map((grey, index) => grey - (greys[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(2.5)
  })

  test('regional classes go evenly away from the ground', () => {
    const fromGround = theme.sequential.map((color) => Math.abs(lightness(color) - lightness(theme.ground)))
    expect(fromGround).toEqual(fromGround.toSorted((a, b) => a - b))
    const steps = fromGround.slice(1).map((each, index) => each - (fromGround[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(5)
  })

  test('the nation and the four zones each have a colour of their own, a province none', () => {
    const codes = ['CN', 'CN-EAST', 'CN-CENTRAL', 'CN-WEST', 'CN-NORTHEAST']
    expect(new Set(codes.map((code) => colorOfRegion(code, theme))).size).toBe(5)
    expect(colorOfRegion('520000', theme)).toBeUndefined()
  })

  test('becomes custom properties', () => {
    expect(cssVariables(theme)).toContain(`--ground: ${theme.ground}; `)
    expect(cssVariables(theme)).toContain(
      `--cat-8: ${theme.categorical[7]}; --prov-1: ${theme.provincial[0]};`,
    )
  })
})

/** CIE L*. */
function lightness(color: string): number {
  const y = luminance(color)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}
