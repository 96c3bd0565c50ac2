import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber, printText } from './number-format.ts'

describe('a number is printed as Excel shows it', () => {
  test.each<[number, string, string]>([
    [3802700000000, '0!.00,,"亿元"', '38027.00亿元'],
    [431400000000, '0!.0,"万元"', '43140000.0万元'],
    [89220000, '0!.0000"亿元"', '8922.0000亿元'],
    [3802700000000, '0.00,,"百万"', '3802700.00百万'],
    [380270000, '0\\.0000', '38027.0000'],
    [12345, '0!.0,"万"', '1.2万'],
    [3802700000000, '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '38027.00亿'],
    [38027, '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '3.8万'],
    [380, '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', '380'],
    [0.116, '0.0%', '11.6%'],
    [-0.116, '0.0%;[Red](0.0%)', '-11.6%'],
    [-5, '0.0;[Red]0.0', '-5.0'],
    [-5, '0.0;"▲"0.0', '-5.0'],
    [17574, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '17,574.00'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
    [1234567.891, '#,##0.0,', '1,234.6'],
    [0.5, '#.##', '.5'],
    [0.5, '0.##', '0.5'],
    [5, '000', '005'],
    [38027, '0"亿元"', '38027亿元'],
    [38027, '0亿元', '38027亿元'],
    [38027, 'G/通用格式"亿元"', '38027亿元'],
    [0.1 + 0.2, 'General', '0.3'],
    [38027, '0.00E+00', '3.80E+04'],
    [38027, ';;;', ''],
    [1.005, '0.00', '1.01'],
    [2.5, '# ?/?', '2.5'],
    [45442, 'yyyy"年"m"月"d"日"', '2024年5月30日'],
    [45442, 'yyyy-mm-dd', '2024-05-30'],
    [45442.5, 'yyyy/m/d h:mm', '2024/5/30 12:00'],
    [45442, 'yyyy"年"m"月";@', '2024年5月'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [1.5, '[h]:mm', '36:00'],
  ])('%d in %s is %s', (value, format, shown) => expect(printNumber(value, format)).toBe(shown))

  test('days may be counted from 1904', () =>
    expect(printNumber(43980, 'yyyy-mm-dd', 1904)).toBe('2024-05-30'))
})

test.each([
  ['江苏', '@"省"', '江苏省'],
  ['江苏', '0;0;0;@" *"', '江苏 *'],
  ['江苏', '0.0', '江苏'],
])('a text %s in %s is %s', (text, format, shown) => expect(printText(text, format)).toBe(shown))

/** What a format of these parts must show, by whole numbers only. */
interface Parts {
  /** The value times a thousand. */
  readonly thousandths: bigint
  readonly decimals: number
  /** How many commas scale it. */
  readonly commas: number
  /** How many digits stand behind a point that is only written. */
  readonly written: number
  readonly grouped: boolean
  readonly percent: boolean
  readonly unit: string
}

function expected({ thousandths, decimals, commas, written, grouped, percent, unit }: Parts): string {
  const power = 10n ** BigInt(decimals)
  const [over, under] = [thousandths * power * (percent ? 100n : 1n), 1000n * 1000n ** BigInt(commas)]
  const rounded = (2n * over + under) / (2n * under)
  const digits = rounded.toString().padStart(decimals + 1 + written, '0')
  const [whole, fraction] = [
    digits.slice(0, digits.length - decimals),
    digits.slice(digits.length - decimals),
  ]
  const shown =
    written > 0
      ? `${whole.slice(0, -written)}.${whole.slice(-written)}`
      : grouped
        ? whole.replace(/\B(?=(\d{3})+$)/g, ',')
        : whole
  return `${shown}${decimals > 0 ? `.${fraction}` : ''}${percent ? '%' : ''}${unit}`
}

function formatOf({ decimals, commas, written, grouped, percent, unit }: Parts): string {
  const whole = written > 0 ? `0!.${'0'.repeat(written)}` : grouped ? '#,##0' : '0'
  return `${whole}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${','.repeat(commas)}${percent ? '%' : ''}${unit && `"${unit}"`}`
}

const parts = fc
  .record({
    thousandths: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    decimals: fc.nat(4),
    commas: fc.nat(3),
    written: fc.nat(4),
    grouped: fc.boolean(),
    percent: fc.boolean(),
    unit: fc.constantFrom('', '万', '亿元', '万户'),
  })
  // A point that is written and one that is meant do not stand in one format.
  .map((each) => (each.written > 0 ? { ...each, decimals: 0 } : each))

test('any scale, unit and number of digits is shown as a reference of whole numbers reckons it', () =>
  fc.assert(
    fc.property(parts, (each) => {
      expect(printNumber(Number(each.thousandths) / 1000, formatOf(each))).toBe(expected(each))
    }),
    { numRuns: 1000 },
  ))

test('no format, however odd, stops the reading', () =>
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: fc.constantFrom(...'0#?.,%;"!\\[]_*@EymdhsG/-万<>=1') }),
      (value, format) => {
        expect(typeof printNumber(value, format)).toBe('string')
      },
    ),
    { numRuns: 1000 },
  ))
