import { expect, test } from 'vitest'
import type { Document } from '#etl/document.ts'
import { misplaced } from '../../../tests/support/exact-places.ts'
import { readDocument } from '../read-document.ts'

const read = (text: string, name = 'issue.txt') => readDocument(new TextEncoder().encode(text), name)
const summary = ({ articles }: Document) =>
  articles.map(({ title, publisher, published, url }) => [title, publisher, published, url])
const textsOf = ({ articles }: Document, at: number) =>
  articles[at]?.blocks.map((block) => (block.kind === 'table' ? '(table)' : `${block.kind[0]} ${block.text}`))

const parted = `
数字周报

2022年12月5日 第31期 总第88期

主 办 某某市数据研究院

声明：本刊仅供交流，内容来自公开信息，如有不妥请与编辑部联系，我们会尽快核实处理。

目 录

要闻

01 前十个月软件业务收入超过八万亿元

03 五省市软件业务收入占全国
近七成

各地

05 山东软件业务收入增长17.9%

前十个月软件业务收入超过八万亿元

据主管部门消息，2022年前十个月，全国软件业务收入 84214 亿元，其中北京 17574 亿元，增长 8.5%，居全国首位，广东 143

19 亿元，增长 10.3%。

 

图 1 软件业务收入增长情况

广东等地同样保持增长。（来源：某某部）

扫描二维码可阅读全文

原文链接：https://www.example.gov.cn/art/2022/11/25/art_1_2.html

五省市软件业务收入 占全国近七成

一、总体情况

北京、广东、江苏、山东、上海五省市软件业务收入合计占全国的大部分，增速快于其他地区。

（来源：某某报  记者：张三）

山东软件业务收入增长17.9%

山东完成软件业务收入8433亿元，增长17.9%，增速比全国快。（来源：某某省工业和信息化厅）

某某市数据研究院

某某市数据研究院成立以来，承担课题300余项，出版著作80余部，服务企业2000家。
`

test('articles are found by the table of contents; cover, contents, captions and end matter stay out', async () => {
  const document = await read(parted)
  expect(summary(document)).toEqual([
    [
      '前十个月软件业务收入超过八万亿元',
      '某某部',
      '2022-11-25',
      'https://www.example.gov.cn/art/2022/11/25/art_1_2.html',
    ],
    ['五省市软件业务收入 占全国近七成', '某某报', '2022-12-05', ''],
    ['山东软件业务收入增长17.9%', '某某省工业和信息化厅', '2022-12-05', ''],
  ])
  expect(textsOf(document, 0)).toEqual([
    'h 前十个月软件业务收入超过八万亿元',
    'h 前十个月软件业务收入超过八万亿元',
    'p 据主管部门消息，2022年前十个月，全国软件业务收入84214亿元，其中北京17574亿元，增长8.5%，居全国首位，广东14319亿元，增长10.3%。',
    'p 广东等地同样保持增长。',
  ])
  expect(textsOf(document, 1)).toContain('h 一、总体情况')
  expect(misplaced(document, parted)).toEqual([])
})

test('a title stands first, once where the contents print it and once above its text', async () => {
  const [, , third] = (await read(parted)).articles
  expect(
    third?.blocks.slice(0, 2).map((block) => (block.kind === 'table' ? 0 : block.places[0]?.line)),
  ).toEqual([21, 47])
  expect(third?.line).toBe(47)
})

const marked = `# 数字月刊

2023年2月号（总第7期）

## 本期目录

- 01 通信业务收入平稳增长
- 04 数据中心建设提速

---

## 通信业务收入平稳增长

**来源：** 某某部 **时间：** 2023-01-19

2022年，电信业务收入累计完成**1.58万亿元**，比上年增长8%。

### 用户情况

移动电话用户总数达16.83亿户，全年净增4062万户。

原文链接：[https://example.org/a\\_b.html](https://example.org/a_b.html)

# 数据中心建设提速
## ——一份观察

截至2022年底，数据中心机架数量达到81.8万个，全年净增8.4万个。（来源：某某院）
`

test('Markdown headings, marks and links are read', async () => {
  const document = await read(marked, 'issue.md')
  expect(document.format).toBe('markdown')
  expect(summary(document)).toEqual([
    ['通信业务收入平稳增长', '某某部', '2023-01-19', 'https://example.org/a_b.html'],
    ['数据中心建设提速 ——一份观察', '某某院', '2023-02', ''],
  ])
  expect(textsOf(document, 0)).toEqual([
    'h 通信业务收入平稳增长',
    'h 通信业务收入平稳增长',
    'p 2022年，电信业务收入累计完成1.58万亿元，比上年增长8%。',
    'h 用户情况',
    'p 移动电话用户总数达16.83亿户，全年净增4062万户。',
  ])
  expect(misplaced(document, marked)).toEqual([])
})

test('without contents, articles are found by their ends', async () => {
  const text = `某某动态
2022年第12期（总第60期）

北京软件业务收入居首
2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%，居全国首位。
（来源：某某日报）

江苏软件业务收入过万亿元
2022年前十个月，江苏完成软件业务收入10541亿元，增长7.0%，保持在前列。
（来源：某某新闻网）
`
  expect(summary(await read(text))).toEqual([
    ['北京软件业务收入居首', '某某日报', '2022', ''],
    ['江苏软件业务收入过万亿元', '某某新闻网', '2022', ''],
  ])
})

test('headings of the first rank are articles', async () => {
  const text =
    '# 北京情况\n\n北京完成软件业务收入17574亿元，增长8.5%，居全国首位，占比较高。\n\n## 一、软件\n\n略。\n\n# 广东情况\n\n广东完成软件业务收入14319亿元，增长10.3%，排在北京之后，居第二位。\n'
  expect(summary(await read(text, 'a.md')).map(([title]) => title)).toEqual(['北京情况', '广东情况'])
})

test('a release is one article; source and date stand under its title', async () => {
  const text = `某某部办公厅
2022年前十个月软件业经济运行情况
发布时间：2022-11-25 10:00 来源：运行监测局 字号：大 中 小
　　前十个月，软件业务收入84214亿元，增长10.0%。
　　一、总体情况
　　利润总额稳步增长，情况见附表，增速比前三季度有所提高。
`
  const document = await read(text)
  expect(summary(document)).toEqual([['2022年前十个月软件业经济运行情况', '运行监测局', '2022-11-25', '']])
  expect(textsOf(document, 0)).toEqual([
    'h 2022年前十个月软件业经济运行情况',
    'p 前十个月，软件业务收入84214亿元，增长10.0%。',
    'h 一、总体情况',
    'p 利润总额稳步增长，情况见附表，增速比前三季度有所提高。',
  ])
})

test('a table takes its name and unit from the lines above', async () => {
  const text =
    '各地软件业务收入\n\n表1 各地软件业务收入情况\n单位：亿元\n地区    收入    增速\n北京    17574   8.5%\n广东    14319   10.3%\n江苏    10541   7.0%\n\n注：快报数。\n'
  const [article] = (await read(text)).articles
  expect(article?.blocks.map((block) => block.kind)).toEqual(['heading', 'table', 'paragraph'])
  expect(article?.blocks[1]).toMatchObject({ caption: '表1各地软件业务收入情况 单位：亿元' })
})

test('page numbers and running heads do not part a paragraph', async () => {
  const page = (n: number, text: string) => `${text}\n\n— ${n} —\n\n数字周报 第31期\n\n`
  const text = [
    '2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%，增速',
    '比全国慢；广东完成14319亿元，增长10.3%，增速比',
    '全国快；江苏完成10541亿元，增长7.0%，增速比全国',
    '慢。',
  ]
    .map((part, i) => page(i + 1, part))
    .join('')
  const document = await read(`各地软件业务收入情况\n\n${text}`)
  expect(textsOf(document, 0)?.at(1)).toBe(
    'p 2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%，增速比全国慢；广东完成14319亿元，增长10.3%，增速比全国快；江苏完成10541亿元，增长7.0%，增速比全国慢。',
  )
})

test('flashes with their title in 【】 are articles, the day at the end is theirs', async () => {
  const text = `【北京软件业务收入居首】某社讯，2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%。（2022年11月18日）

【江苏软件业务收入过万亿元】某社讯，2022年前十个月，江苏完成软件业务收入10541亿元，增长7.0%。
`
  const document = await read(text)
  expect(summary(document)).toEqual([
    ['北京软件业务收入居首', '', '2022-11-18', ''],
    ['江苏软件业务收入过万亿元', '', '', ''],
  ])
  expect(textsOf(document, 0)?.at(1)).toBe(
    'p 某社讯，2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%。',
  )
  expect(misplaced(document, text)).toEqual([])
})

test('short reports with a mark before their title and their source below are articles', async () => {
  const text = `数字要闻 2022年第3期

◆ 北京软件业务收入居首
2022年前十个月，北京完成软件业务收入17574亿元，增长8.5%，居全国首位。
（某某日报 11月18日）

◆ 江苏软件业务收入过万亿元
2022年前十个月，江苏完成软件业务收入10541亿元，增长7.0%，保持在前列。
（某某网 11月20日）
`
  expect(summary(await read(text))).toEqual([
    ['北京软件业务收入居首', '某某日报', '2022', ''],
    ['江苏软件业务收入过万亿元', '某某网', '2022', ''],
  ])
})

test('numbered titles that the contents print with dots and page numbers are found without empty lines', async () => {
  const text = `某业动态
2022年第15期
某某局编          2022年11月10日
━━━━━━━━━━━━
本期导读
一、工作动态
1.全省基站建设提前完成任务…………………………1
二、行业数据
2.前十个月全省运行情况……………………………………3
━━━━━━━━━━━━
一、工作动态
1.全省基站建设提前完成任务
截至10月末，全省累计建成5G基站8.6万个，比上年末净增1.2万个，任务提前完成。
二、行业数据
2.前十个月全省运行情况
（一）总体情况
前十个月，全省电信业务收入完成236.7亿元，同比增长7.1%，增速与全国持平。
`
  const document = await read(text)
  expect(summary(document)).toEqual([
    ['1.全省基站建设提前完成任务', '', '2022-11-10', ''],
    ['2.前十个月全省运行情况', '', '2022-11-10', ''],
  ])
  expect(textsOf(document, 0)).not.toContain('h 二、行业数据')
})

test.each([
  [
    '某某省通信管理局关于2022年前十个月运行情况的通报',
    '某通信〔2022〕12号　发布日期：2022年11月20日　浏览次数：86',
    '某某省通信管理局',
    '2022-11-20',
  ],
  ['2022年某省统计公报', '某省统计局\n2023年3月15日', '某省统计局', '2023-03-15'],
  ['前十个月运行情况如何', '某某部 2022-11-20 10:30', '某某部', '2022-11-20'],
  ['软件业走进千家万户', '本报记者 张 三', '', ''],
])('%s, with “%s” below, is by %s of %s', async (title, below, publisher, published) => {
  const text = `${title}\n${below}\n\n前十个月，全省软件业务收入完成236.7亿元，同比增长7.1%，增速与全国持平。\n`
  expect(summary(await read(text))).toEqual([[title, publisher, published, '']])
})

test('a newspaper prints its day below the text', async () => {
  const text =
    '软件业走进千家万户\n\n前十个月，全省软件业务收入完成236.7亿元，同比增长7.1%，增速与全国持平。\n\n（2022年11月30日 第06版）\n'
  expect(summary(await read(text))).toEqual([['软件业走进千家万户', '', '2022-11-30', '']])
})

test('the marks of notes are no numbers', async () => {
  const text =
    '2022年统计公报[1]\n\n初步核算，全年软件业务收入[2]108126亿元，比上年增长11.2%[3]。\n\n[1]本公报数据为初步统计数。\n'
  expect(textsOf(await read(text), 0)).toEqual([
    'h 2022年统计公报',
    'p 初步核算，全年软件业务收入108126亿元，比上年增长11.2%。',
    'p [1]本公报数据为初步统计数。',
  ])
})

const lead = '上半年，全国软件业务收入70585亿元，同比增长11.9%，软件业利润总额8581亿元，运行平稳向好。'

test.each([
  [
    'a day in digits before the name of a paper',
    `上半年软件业观察\n2025-07-31　某某周报\n\n${lead}`,
    '2025-07-31',
    '某某周报',
  ],
  ['a day and the time', `上半年软件业观察\n2025-07-31 09:43\n\n${lead}`, '2025-07-31', ''],
  [
    'a day behind the source',
    `上半年软件业观察\n来源:某某日报海外版2025年07月31日 09:43作者:张三\n\n${lead}`,
    '2025-07-31',
    '某某日报海外版',
  ],
  ['a month at the end of the title', `软件业半年观察（2025年7月）\n\n${lead}`, '2025-07', ''],
  ['a day at the end of the title', `7月软件业速览（2025/8/28）\n\n${lead}`, '2025-08-28', ''],
  ['no day where the title ends with the year of its data', `软件业发展报告（2023年）\n\n${lead}`, '', ''],
])('%s', async (_, text, published, publisher) => {
  const { articles } = await read(text)
  expect(articles.map((article) => [article.published, article.publisher])).toEqual([[published, publisher]])
})

test.each([
  ['某某产业网   时间：2020-07-13', '2020-07-13', '某某产业网'],
  ['网友投稿• 2022-06-30 10:08:45 •阅读54', '2022-06-30', ''],
  ['2023-05-04 11:24:53 | 来源：某某财经 |', '2023-05-04', '某某财经'],
  ['某某发布网2021-06-25 09:30:00阅读112', '2021-06-25', '某某发布网'],
])('「%s」 under a title tells the day', async (line, published, publisher) => {
  const text = `前五个月软件业务收入平稳增长\n${line}\n\n1—5月，软件业务收入保持增长，各领域运行总体平稳，利润总额有所增加。`
  const { articles } = await read(text)
  expect(articles[0]).toMatchObject({ title: '前五个月软件业务收入平稳增长', published, publisher })
})

test('titles with their source right below begin the articles of an issue without contents', async () => {
  const text = [
    '某省数据动态（2024年第8期）\n2024年8月15日',
    '某市上半年软件业务收入平稳增长\n来源：某某日报\n上半年，全市软件业务收入保持增长，企业数量有所增加，结构继续优化。',
    '我国5G基站建设稳步推进\n（来源：某某部）\n截至6月末，全国5G基站总数继续增加，覆盖范围进一步扩大，应用更加深入。',
  ].join('\n\n')
  expect(summary(await read(text))).toEqual([
    ['某市上半年软件业务收入平稳增长', '某某日报', '2024-08-15', ''],
    ['我国5G基站建设稳步推进', '某某部', '2024-08-15', ''],
  ])
})
