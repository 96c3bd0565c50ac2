import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import type { BriefAbout } from './brief-about.ts'
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

/** Every kind of file that a brief can be, by what its name ends in; what writes it is loaded with the first one. */
export const briefFormats: Readonly<Record<string, BriefFormat>> = {
  html: {
    mediaType: 'text/html; charset=utf-8',
    disposition: 'inline',
    write: async (read, about) => (await import('./brief-page.ts')).renderBrief(read, about),
  },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    disposition: 'attachment',
    write: async (...asked) => {
      const { writeDocx } = await import('#server/office/write-docx.ts')
      return writeDocx(...(await forOffice(...asked)))
    },
  },
  pptx: {
    mediaType: `${office}.presentationml.presentation`,
    disposition: 'attachment',
    write: async (...asked) => {
      const { writePptx } = await import('#server/office/write-pptx.ts')
      return writePptx(...(await forOffice(...asked)))
    },
  },
}
