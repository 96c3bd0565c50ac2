const digits = '〇一二三四五六七八九'

/** A date that text or a link prints, as YYYY-MM-DD, YYYY-MM or ''; the first one that can be. */
export function findDate(text: string): string {
  const day = /((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/.exec(text)
  if (day) return isoDate(day[1], day[2], day[3])
  const chinese =
    /([一二][〇零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/.exec(
      text,
    )
  if (chinese) {
    const year = [...(chinese[1] ?? '')].map((digit) => digits.indexOf(digit.replace('零', '〇'))).join('')
    return isoDate(year, toNumber(chinese[2]), toNumber(chinese[3]))
  }
  const month = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月/.exec(text)
  return month ? isoDate(month[1], month[2]) : ''
}

/** The day a page was put at its address: `…/202405/t20240524_8040768.shtml`, `…/2024-05/29/…`, `…/2024/5/27/…`. */
export function findDateInLink(url: string): string {
  const found =
    /[/_]t?(20\d{2})(\d{2})(\d{2})[_/.]/.exec(url) ??
    /\/(20\d{2})-(\d{2})[-/](\d{2})\//.exec(url) ??
    /\/(20\d{2})\/(\d{1,2})\/(\d{1,2})\//.exec(url)
  return found?.[3] ? isoDate(found[1], found[2], found[3]) : ''
}

/** Whether a text is a date and nothing more, perhaps with the time of day or the page of a newspaper. */
export function isDateOnly(text: string): boolean {
  const date =
    /^[（(]?[\d一二〇零]{4}\s?[-/.年]\s?[\d一二三四五六七八九十]{1,2}\s?[-/.月]\s?(?:[\d一二三四五六七八九十]{1,3}日?)?(?:\s?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期.|第\s?\d{1,3}\s?版))*[)）]?$/
  return text.length <= 30 && date.test(text)
}

function isoDate(year = '', month: string | number = '', day: string | number = ''): string {
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day || 1) >= 1 && Number(day || 1) <= 31
  if (!valid) return ''
  return [year, month, day]
    .filter((part) => part !== '' && part !== 0)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** 三十一 → 31, '' → ''. */
function toNumber(chinese = ''): number | '' {
  if (chinese === '') return ''
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['零', chinese]
  return (
    (tens === '' ? 1 : Math.max(0, digits.indexOf(tens ?? ''))) * 10 + Math.max(0, digits.indexOf(ones ?? ''))
  )
}
