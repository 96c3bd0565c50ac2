import { type ImitatedSite, imitateSite } from './imitated-site.ts'

/** A release; the number tells one from another. */
export const release = (billions: number, more = '') =>
  `<html><head><title>前四个月软件业运行情况_某某局</title><meta name="PubDate" content="2024-05-24 10:00"></head>
  <body><div class="nav"><a href="/help.pdf">帮助</a></div><h1>前四个月软件业运行情况</h1>
  <div class="article"><p>2024年1—4月，我国软件业务收入${billions}亿元，同比增长11.6%，增速较上年同期提高。</p>
  <p>其中，软件产品收入平稳，信息技术服务收入较快，利润总额保持增长。</p>${more}</div></body></html>`

/** A list page: each release with the day printed beside it. */
export const listOf = (...items: readonly (readonly [path: string, title: string, day?: string])[]) =>
  `<html><body><ul>${items
    .map(([path, title, printed = '']) => `<li><a href="${path}">${title}</a><span>${printed}</span></li>`)
    .join('')}</ul><a href="/about.html">关于我们</a></body></html>`

/** A site with a list of two releases. */
export async function twoReleases(): Promise<ImitatedSite> {
  const site = await imitateSite()
  site.answer('/list.html', {
    body: listOf(
      ['/art/1.html', '前四个月软件业运行情况', '[2024-05-25]'],
      ['/art/2.html', '前三个月软件业运行情况'],
    ),
    etag: '"list-1"',
  })
  site.answer('/art/1.html', { body: release(38027), etag: '"1"' })
  site.answer('/art/2.html', {
    body: release(28020),
    headers: { 'last-modified': 'Fri, 24 May 2024 02:00:00 GMT' },
  })
  return site
}

/** What was asked of a site, in order. */
export const pathsOf = ({ asked }: ImitatedSite) => asked.map(({ path }) => path)
