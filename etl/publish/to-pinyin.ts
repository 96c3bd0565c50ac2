import { pinyin } from 'pinyin-pro'

/** Syllables without tones, a space between; letters and digits stay as they are: 5G基站 → `5g ji zhan`. */
export function toPinyin(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
