import type { Text } from '#data/model/language.ts'

interface Tile {
  readonly code: string
  readonly row: number
  readonly column: number
  readonly name: Text
  /** For tiles too narrow for the name. */
  readonly short: string
}

const tile = (code: string, row: number, column: number, zh: string, en: string, short: string): Tile => ({
  code,
  row,
  column,
  name: { zh, en },
  short,
})

/** The 34 provinces on a grid: neighbours stay near one another, areas do not count. A diagram, not a map. */
export const tileLayout: readonly Tile[] = [
  tile('230000', 0, 6, '黑龙江', 'Heilongjiang', 'HL'),
  tile('150000', 1, 4, '内蒙古', 'Inner Mongolia', 'NM'),
  tile('210000', 1, 5, '辽宁', 'Liaoning', 'LN'),
  tile('220000', 1, 6, '吉林', 'Jilin', 'JL'),
  tile('650000', 2, 0, '新疆', 'Xinjiang', 'XJ'),
  tile('620000', 2, 1, '甘肃', 'Gansu', 'GS'),
  tile('640000', 2, 2, '宁夏', 'Ningxia', 'NX'),
  tile('140000', 2, 3, '山西', 'Shanxi', 'SX'),
  tile('130000', 2, 4, '河北', 'Hebei', 'HE'),
  tile('110000', 2, 5, '北京', 'Beijing', 'BJ'),
  tile('540000', 3, 0, '西藏', 'Xizang', 'XZ'),
  tile('630000', 3, 1, '青海', 'Qinghai', 'QH'),
  tile('610000', 3, 2, '陕西', 'Shaanxi', 'SN'),
  tile('410000', 3, 3, '河南', 'Henan', 'HA'),
  tile('370000', 3, 4, '山东', 'Shandong', 'SD'),
  tile('120000', 3, 5, '天津', 'Tianjin', 'TJ'),
  tile('510000', 4, 1, '四川', 'Sichuan', 'SC'),
  tile('500000', 4, 2, '重庆', 'Chongqing', 'CQ'),
  tile('420000', 4, 3, '湖北', 'Hubei', 'HB'),
  tile('340000', 4, 4, '安徽', 'Anhui', 'AH'),
  tile('320000', 4, 5, '江苏', 'Jiangsu', 'JS'),
  tile('310000', 4, 6, '上海', 'Shanghai', 'SH'),
  tile('530000', 5, 1, '云南', 'Yunnan', 'YN'),
  tile('520000', 5, 2, '贵州', 'Guizhou', 'GZ'),
  tile('430000', 5, 3, '湖南', 'Hunan', 'HN'),
  tile('360000', 5, 4, '江西', 'Jiangxi', 'JX'),
  tile('330000', 5, 5, '浙江', 'Zhejiang', 'ZJ'),
  tile('450000', 6, 2, '广西', 'Guangxi', 'GX'),
  tile('440000', 6, 3, '广东', 'Guangdong', 'GD'),
  tile('350000', 6, 4, '福建', 'Fujian', 'FJ'),
  tile('710000', 6, 6, '台湾', 'Taiwan', 'TW'),
  tile('460000', 7, 2, '海南', 'Hainan', 'HI'),
  tile('820000', 7, 3, '澳门', 'Macao', 'MO'),
  tile('810000', 7, 4, '香港', 'Hong Kong', 'HK'),
]

export const tileRows = 8
export const tileColumns = 7
