import { simplify } from '#data/language/simplify.ts'

/** What a line or paragraph is, as far as its own words tell. All take text in any width and spacing. */

const terminal = /[。！？!?；;：:…][”’"'』」》）)】\]]*$|[。！？][（(][^（）()]{1,30}[）)]$|[a-z]{2}\.$/i

/** Whether a sentence, or a part introduced by a colon, ends here. */
export function endsSentence(text: string): boolean {
  return terminal.test(text.slice(-40)) || isSourceNote(text)
}

const particulars =
  /^(?:(?:文章|信息|稿件)?来源|发布(?:时间|日期|机构|单位)|成文日期|更新时间|索引号|发文机关|发文字号|作者|责任编辑)\s?[:：]|(?:发布(?:时间|日期)|成文日期|浏览(?:次数|量)|点击数|字号)\s?[:：]/

/** 「2023-05-04 11:24 | 某某网」: a short line with a day as only pages print it. */
const stamp = /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/

/** 「来源：某部 发布时间：…」: a line of particulars. */
export function isParticularsLine(raw: string): boolean {
  if (raw.length > 150) return false
  const text = simplify(raw)
  if (text.length <= 80 && stamp.test(text) && !/[。，；]/.test(text)) return true
  return particulars.test(text) && !text.includes('。')
}

/** 「（来源：某部）」 at the end. */
function isSourceNote(text: string): boolean {
  return /[（(][^（(]{0,6}来源\s?[:：][^。]{1,60}[）)]$/.test(text.slice(-80))
}

/** 「…………12」: dots that lead to the page number of an entry of the contents. */
export function endsWithLeader(text: string): boolean {
  return /[.…·]{3,}\s?\d{1,3}$/.test(text.slice(-60))
}

const opening = '《“（(「『【'
const closing = '》”）)」』】'

/** Whether a bracket or quotation mark opened near the end is still open. */
export function leavesOpen(text: string): boolean {
  let depth = 0
  for (const character of text.slice(-120)) {
    if (opening.includes(character)) depth++
    else if (closing.includes(character)) depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

const itemMark = new RegExp(
  [
    '[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,3}[季、])',
    '[（(][一二三四五六七八九十\\d]{1,3}[）)]',
    '\\d{1,2}(?:[、．]|\\.(?!\\d)|[)）])',
    '第[一二三四五六七八九十百零\\d]{1,4}[章节条篇]',
    '[一二三四五六七八九十]是',
    '[①-⑳•●○■□◆◇▲△▶►★☆※▪➢]',
    '——',
    '【',
    '[（(]?注(?:释|\\d)?[:：]',
    '附(?:件|录|注|表)?[:：\\d]',
    '[表图]\\s?\\d',
    '专栏\\s?\\d',
    '(?:原文|全文|阅读)?(?:链接|网址)[:：]',
    '[（(]?(?:文章|信息|稿件|新闻|资料|数据|图片)?来源\\s?[:：]',
    '(?:发布|成文|更新)(?:时间|日期)\\s?[:：]',
  ].join('|'),
  'y',
)

/** Whether it begins like an item of a list, a numbered section or a note. */
export function startsItem(text: string): boolean {
  itemMark.lastIndex = 0
  return itemMark.test(text)
}

/** The sign before a title in a digest. */
export const titleMark = /^[◆■▲★▶►◇□☆※●]\s?/

/** 「◆ 标题」. */
export const isMarkedTitle = (text: string): boolean =>
  titleMark.test(text) && isTitleLike(text.replace(titleMark, ''))

const sectionMark =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零\d]{1,4}[章节篇]|\d{1,2}(?:\.\d{1,2}){0,2}[.、\s])/

/** 「二、分领域运行情况」: a numbered heading; with `commas` also 「三、出口回升，降幅收窄」. */
export function isSectionHeading(text: string, commas = 0): boolean {
  if (text.length > 45 || !sectionMark.test(text) || endsSentence(text) || /[。；;：:]|[，、,]$/.test(text))
    return false
  return (text.match(/[，,]/g)?.length ?? 0) <= commas
}

/** 「图 3 …情况」: the words under a picture, whose numbers are in the picture. */
export function isFigureCaption(text: string): boolean {
  return text.length <= 80 && /^(?:图表?|Figure|Fig\.)\s*(?:\d|\s)/i.test(text) && !/[。；;，,]/.test(text)
}

/** 「表 2 …」. */
export function isTableCaption(text: string): boolean {
  return (
    text.length <= 80 && /^(?:附?表|Table)\s*[\d一二三四五六七八九十]/i.test(text) && !/[。；;]/.test(text)
  )
}

/** 「单位：亿元」, alone on its line. */
export function isUnitLine(text: string): boolean {
  return /^[（(]?(?:计量)?\s?单\s?位\s?[:：][^。；]{1,40}$/.test(text)
}

/** 「— 12 —」 「第 3 页 共 10 页」 「12/30」. */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—–·~\s]*\d{1,4}[-—–·~\s]*|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s\d{1,4}(?:\sof\s\d{1,4})?)$/i.test(
    text,
  )
}

const noise =
  /^(?:扫描?(?:上方|下方)?二维码|(?:点击|长按|识别).{0,8}(?:二维码|阅读原文)|(?:可)?(?:阅读|查看)(?:或下载)?(?:全文|原文)|关注公众号|(?:打印|分享|收藏|关闭)(?:本页|窗口)?$|【(?:打印|关闭|字体).{0,20}$|[上下前后]一[篇条][:：]|相关(?:链接|阅读|稿件)[:：]?$|返回顶部|(?:当前位置|您(?:现在)?的位置|首页)\s?[:：>|》]|版权所有|©|copyright|主办单位[:：]|.{0,20}ICP备|更多(?:>|》)*$)/i

/** What pages carry beside their text: QR code words, buttons. */
export function isNoise(text: string): boolean {
  return text.length <= 80 && noise.test(text)
}

/** Short, a name rather than a sentence: what a title or an unnumbered heading looks like. */
export function isTitleLike(text: string): boolean {
  if (text.length < 4 || text.length > 75 || startsItem(text) || endsSentence(text) || endsWithLeader(text))
    return false
  if (
    isReporterLine(text) ||
    /[。；]|[，、,]$|^[（(）)》”，、]|https?:|^[a-z]/.test(text) ||
    /^\d+$/.test(text)
  )
    return false
  if ((text.match(/，/g)?.length ?? 0) > 2 || isUnitLine(text) || isFigureCaption(text)) return false
  return (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 3
}

/** 「本报记者 张三」. */
export function isReporterLine(text: string): boolean {
  return (
    text.length <= 40 &&
    /^[（(]?(?:本报|本刊|本网|新华社)?.{0,8}(?:记者|通讯员)[\s:：]?[\u4e00-\u9fff\s、]{2,24}[）)]?$/.test(
      text,
    )
  )
}

/** Long, with the punctuation of sentences. */
export function isProse(text: string): boolean {
  return text.length >= 30 && /[，。；：,]/.test(text)
}
