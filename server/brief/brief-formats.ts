import { writeDocx } from '#server/office/write-docx.ts'
import { writePptx } from '#server/office/write-pptx.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { type BriefAbout, renderBrief } from './brief-page.ts'
import type { ReadBrief } from './read-brief.ts'
import { forOffice } from './write-office.ts'

/** One kind of file that a brief can be. */
interface BriefFormat {
  readonly mediaType: string
  /** Whether a browser shows it or keeps it. */
  readonly disposition: 'inline' | 'attachment'
  write(read: ReadBrief, about: BriefAbout, rasterizer: Rasterizer): Promise<string | Uint8Array>
}

const office = 'application/vnd.openxmlformats-officedocument'

/** Every kind of file that a brief can be, by what its name ends in. */
export const briefFormats: Readonly<Record<string, BriefFormat>> = {
  html: { mediaType: 'text/html; charset=utf-8', disposition: 'inline', write: renderBrief },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    disposition: 'attachment',
    write: async (...asked) => {
      const { charts, about } = await forOffice(...asked)
      return writeDocx(charts, about)
    },
  },
  pptx: {
    mediaType: `${office}.presentationml.presentation`,
    disposition: 'attachment',
    write: async (...asked) => {
      const { charts, about } = await forOffice(...asked)
      return writePptx(charts, about)
    },
  },
}
