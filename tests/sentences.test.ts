import { expect, test } from 'vitest'
import { rowsOfSentence } from './support/rows-of.ts'

/** Ways to put figures into a sentence, each with rows it must give among others. */
const sentences: readonly (readonly [string, readonly string[]])[] = [
  ['4月末，全国已建成273.3万个5G基站。', ['base_stations_5g CN 2023-04 level 273.3万个 actual']],
  ['4月末，全国已有273.3万个5G基站投入使用。', ['base_stations_5g CN 2023-04 level 273.3万个 actual']],
  ['5G基站：273.3万个。', ['base_stations_5g CN 2023-04 level 273.3万个 actual']],
  [
    '4月末，全国5G基站（273.3万个）占移动基站总数的24.5%。',
    [
      'base_stations_5g CN 2023-04 level 273.3万个 actual',
      'base_stations_5g CN 2023-04 share_pct 24.5% actual',
    ],
  ],
  [
    '4月末，全国移动通信基站总数1116万个，其中5G基站273.3万个，占24.5%。',
    [
      'base_stations CN 2023-04 level 1116万个 actual',
      'base_stations_5g CN 2023-04 level 273.3万个 actual',
      'base_stations_5g CN 2023-04 share_pct 24.5% actual',
    ],
  ],
  [
    '4月末，全国移动通信基站总数1116万个，其中273.3万个为5G基站。',
    ['base_stations_5g CN 2023-04 level 273.3万个 actual'],
  ],
  ['4月末，5G基站占移动基站总数比重达24.5%。', ['base_stations_5g CN 2023-04 share_pct 24.5% actual']],
  ['4月末，在全部移动基站中，5G基站占24.5%。', ['base_stations_5g CN 2023-04 share_pct 24.5% actual']],
  ['4月末，5G基站在移动基站中的占比为24.5%。', ['base_stations_5g CN 2023-04 share_pct 24.5% actual']],
  ['4月末，5G基站在移动基站中占比达到24.5%。', ['base_stations_5g CN 2023-04 share_pct 24.5% actual']],
  [
    '1—4月，新建5G基站42.2万个，总数达273.3万个。',
    [
      'base_stations_5g CN 2023-01/2023-04 net_add 42.2万个 actual',
      'base_stations_5g CN 2023-04 level 273.3万个 actual',
    ],
  ],
  [
    '4月末，5G基站总数达273.3万个，今年以来新增42.2万个。',
    ['base_stations_5g CN 2023-01/2023-04 net_add 42.2万个 actual'],
  ],
  [
    '4月末，5G基站总数达273.3万个，比上年末（231.2万个）增加42.2万个。',
    [
      'base_stations_5g CN 2023-01/2023-04 net_add 42.2万个 actual',
      'base_stations_5g CN 2022-12 level 231.2万个 actual',
    ],
  ],
  [
    '1—4月，电信业务收入5699亿元，同比增长7.2%，其中，新兴业务收入1250亿元、增长22.3%。',
    [
      'emerging_business_revenue CN 2023-01/2023-04 level 1250亿元 actual',
      'emerging_business_revenue CN 2023-01/2023-04 yoy_pct 22.3% actual',
    ],
  ],
  [
    '1—4月，电信业务收入5699亿元（同比增长7.2%）。',
    ['telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual'],
  ],
  ['1—4月，电信业务收入5699亿元，+7.2%。', ['telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual']],
  [
    '1—4月，电信业务收入同比增长7.2%，达5699亿元。',
    [
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
      'telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入同比增长7.2%至5699亿元。',
    [
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
      'telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入增至5699亿元，同比增幅7.2%。',
    [
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
      'telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入和业务总量分别为5699亿元、5800亿元，同比分别增长7.2%和17.6%。',
    [
      'telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual',
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
    ],
  ],
  [
    '1—4月，电信业务收入5699亿元、同比增长7.2%，电信业务总量5800亿元、同比增长17.6%。',
    [
      'telecom_volume CN 2023-01/2023-04 level 5800亿元 actual',
      'telecom_volume CN 2023-01/2023-04 yoy_pct 17.6% actual',
    ],
  ],
  [
    '1—4月，全国共完成电信业务收入5699亿元，较上年同期的5316亿元增长7.2%。',
    [
      'telecom_revenue CN 2023-01/2023-04 level 5699亿元 actual',
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
      'telecom_revenue CN 2022-01/2022-04 level 5316亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入比上年同期增加383亿元，增长7.2%。',
    [
      'telecom_revenue CN 2023-01/2023-04 level_change 383亿元 actual',
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
    ],
  ],
  [
    '1—4月，东部地区电信业务收入2900亿元，同比增长7.3%，占全国电信业务收入的50.9%。',
    [
      'telecom_revenue CN-EAST 2023-01/2023-04 level 2900亿元 actual',
      'telecom_revenue CN-EAST 2023-01/2023-04 share_pct 50.9% actual',
    ],
  ],
  [
    '1—4月，东、中、西部电信业务收入分别为2900亿元、1300亿元和1400亿元，同比分别增长7.3%、6.9%和7.1%。',
    [
      'telecom_revenue CN-CENTRAL 2023-01/2023-04 level 1300亿元 actual',
      'telecom_revenue CN-WEST 2023-01/2023-04 yoy_pct 7.1% actual',
    ],
  ],
  [
    '1—4月，广东（700亿元）、江苏（420亿元）、浙江（380亿元）电信业务收入居全国前三。',
    [
      'telecom_revenue 440000 2023-01/2023-04 level 700亿元 actual',
      'telecom_revenue 330000 2023-01/2023-04 level 380亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入居前三位的省份是广东（700亿元）、江苏（420亿元）和浙江（380亿元）。',
    [
      'telecom_revenue 440000 2023-01/2023-04 level 700亿元 actual',
      'telecom_revenue 320000 2023-01/2023-04 level 420亿元 actual',
    ],
  ],
  [
    '1—4月，电信业务收入排名前三的省份：广东700亿元，江苏420亿元，浙江380亿元。',
    [
      'telecom_revenue 440000 2023-01/2023-04 level 700亿元 actual',
      'telecom_revenue 320000 2023-01/2023-04 level 420亿元 actual',
    ],
  ],
  [
    '1—4月，广东电信业务收入700亿元，江苏420亿元，浙江380亿元。',
    ['telecom_revenue 320000 2023-01/2023-04 level 420亿元 actual'],
  ],
  [
    '1—4月，广东电信业务收入增长7.1%，江苏增长6.2%，浙江增长8.8%。',
    ['telecom_revenue 320000 2023-01/2023-04 yoy_pct 6.2% actual'],
  ],
  ['截至4月末，每万人拥有5G基站数19.4个。', ['base_stations_5g_per_10k CN 2023-04 level 19.4个 actual']],
  ['4月末，平均每万人拥有5G基站19.4个。', ['base_stations_5g_per_10k CN 2023-04 level 19.4个 actual']],
  ['4月当月，户均移动互联网接入流量（DOU）达到16.3GB/户。', ['mobile_dou CN 2023-04 level 16.3GB/户 actual']],
  ['4月，DOU达16.3GB。', ['mobile_dou CN 2023-04 level 16.3GB actual']],
  [
    '1—4月，移动互联网累计流量达926亿GB，同比增长14.6%；4月当月DOU达到16.3GB/户·月，同比增长9.2%。',
    [
      'mobile_internet_traffic CN 2023-01/2023-04 level 926亿GB actual',
      'mobile_dou CN 2023-04 level 16.3GB/户·月 actual',
      'mobile_dou CN 2023-04 yoy_pct 9.2% actual',
    ],
  ],
  [
    '一是5G基站达273.3万个；二是千兆用户达1.11亿户；三是IPTV用户达3.89亿户。',
    ['base_stations_5g CN 2023-04 level 273.3万个 actual', 'iptv_users CN 2023-04 level 3.89亿户 actual'],
  ],
  [
    '4月末，蜂窝物联网用户20.11亿户，超过移动电话用户数3.04亿户。',
    ['cellular_iot_users CN 2023-04 level 20.11亿户 actual'],
  ],
  ['4月末，IPTV（网络电视）用户3.89亿户。', ['iptv_users CN 2023-04 level 3.89亿户 actual']],
  [
    '4月末，互联网电视（OTT）以外，IPTV总用户数达3.89亿户，比上年末净增841.2万户。',
    ['iptv_users CN 2023-04 level 3.89亿户 actual', 'iptv_users CN 2023-01/2023-04 net_add 841.2万户 actual'],
  ],
  [
    '1—4月，软件业务收入3.3万亿元，同比增长12.8%，增速较1—3月回落0.7个百分点，较上年同期提高2个百分点。',
    [
      'software_revenue CN 2023-01/2023-04 growth_change_pp -0.7pp actual',
      'software_revenue CN 2023-01/2023-04 growth_change_pp 2pp actual',
    ],
  ],
  [
    '2023年一季度，软件业务收入24415亿元，同比增长13.5%，其中3月份增长15.1%。',
    [
      'software_revenue CN 2023-03 yoy_pct 15.1% actual',
      'software_revenue CN 2023-Q1 level 24415亿元 actual',
    ],
  ],
  [
    '2022年，软件业务收入108126亿元，首次突破10万亿元，同比增长11.2%。',
    ['software_revenue CN 2022 level 108126亿元 actual', 'software_revenue CN 2022 yoy_pct 11.2% actual'],
  ],
  ['2022年软件业务收入达108126亿元，是2012年的4.4倍。', ['software_revenue CN 2022 level 108126亿元 actual']],
  [
    '2012—2022年，软件业务收入从2.5万亿元增长到10.8万亿元，年均增长16.1%。',
    ['software_revenue CN 2022 level 10.8万亿元 actual', 'software_revenue CN 2012 level 2.5万亿元 actual'],
  ],
  ['2022年软件业务收入10.8万亿元，占GDP比重8.9%。', ['software_revenue CN 2022 level 10.8万亿元 actual']],
  [
    '截至2023年3月底，我国5G移动电话用户达6.2亿户，4月底达6.34亿户。',
    ['mobile_5g_users CN 2023-03 level 6.2亿户 actual', 'mobile_5g_users CN 2023-04 level 6.34亿户 actual'],
  ],
  [
    '2021年、2022年软件业务收入分别为9.5万亿元和10.8万亿元。',
    ['software_revenue CN 2021 level 9.5万亿元 actual', 'software_revenue CN 2022 level 10.8万亿元 actual'],
  ],
  [
    '软件业务收入由2021年的9.5万亿元增至2022年的10.8万亿元。',
    ['software_revenue CN 2021 level 9.5万亿元 actual', 'software_revenue CN 2022 level 10.8万亿元 actual'],
  ],
  [
    '2022年，全国软件业务收入为10.8万亿元（2021年为9.5万亿元）。',
    ['software_revenue CN 2021 level 9.5万亿元 actual', 'software_revenue CN 2022 level 10.8万亿元 actual'],
  ],
  [
    '1—4月，软件业实现利润总额3587亿元，同比增长14.9%，主营业务利润率提高0.3个百分点至9.9%。',
    ['software_profit CN 2023-01/2023-04 level 3587亿元 actual'],
  ],
  [
    '4月末，百兆及以上用户5.7亿户，占总用户数的93.9%；千兆及以上用户1.11亿户，占比18.1%。',
    [
      'broadband_users_100m CN 2023-04 share_pct 93.9% actual',
      'broadband_users_1000m CN 2023-04 level 1.11亿户 actual',
      'broadband_users_1000m CN 2023-04 share_pct 18.1% actual',
    ],
  ],
  [
    '4月末，5G基站273.3万个，比上年末的231.2万个增加42.2万个。',
    [
      'base_stations_5g CN 2022-12 level 231.2万个 actual',
      'base_stations_5g CN 2023-01/2023-04 net_add 42.2万个 actual',
    ],
  ],
  [
    '1—4月，电信业务收入5699亿元，较2022年同期的5316亿元增长7.2%。',
    [
      'telecom_revenue CN 2022-01/2022-04 level 5316亿元 actual',
      'telecom_revenue CN 2023-01/2023-04 yoy_pct 7.2% actual',
    ],
  ],
  [
    '1—4月，电信业务收入增速7.2%，较2022年同期的8.9%回落1.7个百分点。',
    ['telecom_revenue CN 2022-01/2022-04 yoy_pct 8.9% actual'],
  ],
  [
    '1—4月，电信业务收入5699亿元，高于上年同期的5316亿元。',
    ['telecom_revenue CN 2022-01/2022-04 level 5316亿元 actual'],
  ],
]

/** Numbers that are no figure of what is named, or of a time that nobody knows: no row at all comes of these. */
const silent: readonly string[] = [
  '1—4月，电信业务收入相当于2022年全年的36%。',
  '4月末，5G基站建设完成年度计划的95%。',
  '4月末，全国5G基站缺口42万个。',
  '5G网络平均每分钟承载374万次通话。',
  '1—4月，电信业务收入完成年度任务的38%。',
  '1—4月，移动互联网接入流量日均7.7亿GB。',
  '1—4月，5G建设累计投入超370亿元。',
  '4月，电信业务收入单月最高达1500亿元。',
  '1—4月，电信业务人均支出374元。',
  '1—4月，中国移动电信业务收入2699亿元，同比增长7.2%。',
  '1—4月，5G基站电费支出37亿元。',
  '1—4月，新建5G基站投资37亿元。',
  '1—4月，5G基站设备产量37万个，同比增长5%。',
  '4月末，5G基站覆盖全国98%的乡镇。',
  '1—4月，电信业务收入前十省份合计3700亿元，占全国的65%。',
  '1—4月，除广东外，全国电信业务收入4999亿元。',
  '2021—2022年，电信业务收入年均增长8%。',
  '4月末，5G用户数约为2020年同期的3倍。',
  '1—4月，电信业务收入每月平均1425亿元。',
  '“十四五”期间，累计新建5G基站200万个。',
  '近三年，5G基站累计新增200万个。',
  '5月1日至5日，移动互联网流量达26亿GB，同比增长20%。',
  '春节期间，移动互联网流量3.1亿GB。',
  '上周，新建5G基站3万个。',
  '全球5G用户12亿户，我国占比超过60%。',
  '我国5G用户占全球的60%以上。',
  '4月末，广东、江苏5G基站合计50万个。',
  '1—4月，31个省份中有20个电信业务收入增速超过7%。',
  '4月末，其余842.7万个为4G及以下基站。',
  '1—4月，若剔除汇率影响，电信业务收入增长6.5%。',
]

test.each(sentences)('%s', async (sentence, rows) => {
  expect(await rowsOfSentence(sentence)).toEqual(expect.arrayContaining([...rows]))
})

test.each(silent)('%s gives no row', async (sentence) => {
  expect(await rowsOfSentence(sentence)).toEqual([])
})
