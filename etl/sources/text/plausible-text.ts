import { simplify } from '#data/language/simplify.ts'

/** Characters that make up most of any Chinese text, and of statistics in particular. */
const common = new Set(
  `的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全
表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象
员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据
处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例
真务具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界林律究观越织装影算低持音众书布复容
须际商非验连断深难近矿千周委素技备半办青省列习响约支般感劳便往历市克何除消构府称太准精值号率族维划选标存候快效院查江型眼格养易置
派层片始却专状育厂京识适属包住调满县局照参细听该价严亿同比降占幅软硬网络互联移固宽带户服务售额润企均涨跌含环占季末初截止上升扩互额
出口进累计额快报统计局工信息化部委员会服环境经费投资总额收入支出用户终端移动宽带基站接入流量通信业务软件产品技术服务嵌入式云平台安全
数据中心算力智能制造集成电路设计东中西部地区省份城镇农村居民消费价格指数同期上年本季较初增长下降回升落比重占百分点万亿元户个家项次`.replace(
    /\s/g,
    '',
  ),
)

/** Of the Chinese characters of a text, how many are common ones; undefined where there are too few to tell. */
export function commonShare(text: string, least = 40): number | undefined {
  const han = simplify(text.slice(0, 20_000)).match(/\p{Script=Han}/gu) ?? []
  if (han.length < least) return undefined
  return han.filter((character) => common.has(character)).length / han.length
}

/** In any real Chinese text more of the characters are common than this. */
const leastCommon = 0.2

const usual =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]/u

/**
 * Whether characters cannot be what was printed: many unassigned or private ones, many of scripts that do not meet in a
 * Chinese text, Chinese ones that are all rare, or nothing but signs.
 */
export function isGarbled(text: string): boolean {
  const characters = [...text.replace(/\s+/g, '')]
  const total = characters.length
  if (total === 0) return false
  const share = (is: (character: string) => boolean) => characters.filter(is).length / total
  if (share((each) => /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(each)) > 0.2) return true
  if (share((each) => !usual.test(each) && !/[\p{Co}\p{Cn}]/u.test(each)) > 0.1) return true
  const known = commonShare(text)
  if (known !== undefined) return known < leastCommon
  return total >= 200 && share((each) => /[\p{L}\p{N}]/u.test(each)) < 0.4
}
