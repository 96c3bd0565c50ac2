import { Converter } from 'opencc-js/t2cn'

const first = 0x4e00
const last = 0x9fff

/** The simplified forms of all characters from `first` on, converted at once, each on a line so that none makes a word. */
const forms = Converter({ from: 't', to: 'cn' })(
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).join('\n'),
).split('\n')

/** The simplified form of one character; itself where it has none of one character. */
export function simplifyCharacter(character: string): string {
  const form = forms[character.charCodeAt(0) - first]
  return form?.length === 1 ? form : character
}

/** Characters that hardly any text in traditional ones does without, and no simplified text has. */
const traditional = /[國業電億萬來發時網資訊產數據]/

/**
 * A text with its traditional characters in their simplified form, one for one, so that offsets stay.
 * Words are left as they are: 軟體 becomes 软体, not 软件.
 */
export const simplify = (text: string): string =>
  traditional.test(text) ? text.replace(/[\u4e00-\u9fff]/g, simplifyCharacter) : text
