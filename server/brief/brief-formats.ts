import { officeFormats } from '#server/office/office-formats.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import type { BriefAbout } from './brief-about.ts'
import type { ReadBrief } from './read-brief.ts'
import { forOffice } from './write-office.ts'

/** One kind of file that a brief can be. */
interface BriefFormat {
  readonly mediaType: string
  readonly summary: string
  /** Whether a browser shows it or keeps it. */
  readonly disposition: 'inline' | 'attachment'
  write(read: ReadBrief, about: BriefAbout, rasterizer: Rasterizer): Promise<string | Uint8Array>
}

/** Every kind of file that a brief can be, by what its name ends in; what writes it is loaded with the first one. */
export const briefFormats: Readonly<Record<string, BriefFormat>> = {
  html: {
    mediaType: 'text/html; charset=utf-8',
    summary: 'A brief of several charts as one file of HTML, which prints as it looks',
    disposition: 'inline',
    write: async (read, about) => (await import('./brief-page.ts')).renderBrief(read, about),
  },
  docx: ofOffice('docx', 'The same as a document of Word'),
  pptx: ofOffice('pptx', 'The same as a presentation of PowerPoint'),
}

function ofOffice(ending: keyof typeof officeFormats, summary: string): BriefFormat {
  const { mediaType, write } = officeFormats[ending]
  return {
    mediaType,
    summary,
    disposition: 'attachment',
    write: async (...asked) => write(...(await forOffice(...asked))),
  }
}
