import { type BriefLayout, cssVariables, themes } from '#server/charts/index.ts'
import { layoutLooks, tableLook } from './lay-sheets.ts'

const fonts =
  '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif'

/** The stylesheet of a brief: sheets of paper on a desk, on a phone one long column, in print exactly pages of A4. */
export function briefStyle(layout: BriefLayout): string {
  const { paper, caption, sentence, subtitle, foot } = layoutLooks[layout]
  const side = layout === 'slides' ? 'A4 landscape' : 'A4'
  const text = ({ size, line }: typeof caption) => `font-size:${size}px;line-height:${line}px`
  return `
:root{color-scheme:light;${cssVariables(themes.light)}}
*{box-sizing:border-box}
html{background:#eceef1;color:var(--ink);font:14px/1.6 ${fonts};font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body,h1,h2,h3,p,ul,figure,table{margin:0;padding:0}
main{width:fit-content;max-width:100%;margin:0 auto;padding:24px 0}
a{color:var(--accent);text-underline-offset:2px}
.sheet{display:flex;flex-direction:column;width:${paper.width + 90}px;max-width:100%;margin:0 auto 24px;padding:45px;border:1px solid #d5dae0;background:#fff}
header{display:flex;justify-content:space-between;align-items:baseline;gap:16px;flex:none;color:var(--muted);font-size:11px;line-height:16px}
header.large{flex-direction:column;align-items:stretch;gap:2px;padding-bottom:8px;margin-bottom:8px;border-bottom:2px solid var(--ink)}
header.large h1{color:var(--ink);font-size:24px;line-height:33px;font-weight:600}
header.running{padding-bottom:14px}
header.running h1,header.running p{font-size:11px;line-height:16px;font-weight:400}
.sheet>footer{display:flex;justify-content:space-between;gap:16px;flex:none;padding-top:6px;color:var(--muted);font-size:10.7px;line-height:16px}
.sheet>footer a{color:inherit}
.charts{display:grid;flex:1;align-items:start}
.charts>figure:last-child:nth-child(odd){grid-column:1/-1}
figure{min-width:0}
figcaption h2{${text(caption)};font-weight:600}
.number{margin-right:.6em}
.sentence{${text(sentence)}}
.subtitle{${text(subtitle)};color:var(--muted)}
.plot{margin:5px 0}
.plot svg{display:block;max-width:100%;height:auto;font-family:inherit}
.foot{${text(foot)};color:var(--muted)}
.foot a{white-space:nowrap}
.numbers{max-width:${paper.width + 90}px;margin:0 auto;padding:20px 45px;border:1px solid #d5dae0;background:#fff;font-size:13px}
.numbers h2{font-size:16px}
.numbers h3{margin-top:12px;font-size:13px}
.numbers>p,.numbers ul{color:var(--muted);font-size:12px}
.numbers ul{padding-left:1.4em}
details{margin-top:8px;border-top:1px solid var(--grid);padding-top:8px}
summary{cursor:pointer;font-weight:600}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse;margin:8px 0;font-size:12px}
caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
th,td{padding:3px 8px;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top;font-weight:400}
th:first-child,td:first-child{padding-left:0}
thead th{color:var(--muted);border-bottom-color:var(--axis)}
.end{text-align:right;white-space:nowrap}
.beside{margin-top:16px}
.beside caption{position:static;clip-path:none;width:auto;height:auto;text-align:left;color:var(--muted);font-size:11px;line-height:20px}
.beside table{margin:0;font-size:11px}
.beside tr{height:${tableLook.row}px}
.beside th,.beside td{max-width:230px;padding-top:0;padding-bottom:0;line-height:20px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
details a{overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media screen and (min-width:${paper.width + 92}px){.sheet{height:${paper.height + 90}px}}
@media (max-width:720px){.beside{display:none}main{padding:0}.sheet,.numbers{padding:16px;border-width:0 0 1px;margin-bottom:8px}.charts{grid-template-columns:minmax(0,1fr)!important}header.running{flex-direction:column;gap:0}.sheet>footer{flex-wrap:wrap}figcaption h2{font-size:16px;line-height:24px}.sentence{font-size:15px;line-height:25px}}
@page{size:${side};margin:12mm}
@media print{html{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{display:block;width:auto;max-width:none;padding:0}.sheet{width:${paper.width}px;height:${paper.height}px;max-width:none;margin:0;padding:0;border:0;break-after:page;break-inside:avoid}.sheet:last-of-type,.sheet:has(+.numbers){break-after:auto}.numbers{display:none}a{color:inherit;text-decoration:none}}
`.trim()
}
