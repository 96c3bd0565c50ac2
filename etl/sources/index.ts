import { csv } from './csv.ts'
import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { ods } from './ods.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { xls } from './xls.ts'
import { xlsx } from './xlsx.ts'

/** The formats that can be read; those that show in the content first, plain text last. */
export const formats: readonly Format[] = [pdf, docx, xlsx, ods, xls, html, csv, markdown, plainText]
