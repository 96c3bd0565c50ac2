import type { OfficeAbout, OfficeChart } from './office-chart.ts'

interface OfficeFormat {
  readonly mediaType: string
  /** What writes it is loaded with the first one. */
  write(charts: readonly OfficeChart[], about: OfficeAbout): Promise<Uint8Array>
}

const office = 'application/vnd.openxmlformats-officedocument'

/** The files of Office that charts can be, by what their names end in. */
export const officeFormats = {
  pptx: {
    mediaType: `${office}.presentationml.presentation`,
    write: async (...asked) => (await import('./write-pptx.ts')).writePptx(...asked),
  },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    write: async (...asked) => (await import('./write-docx.ts')).writeDocx(...asked),
  },
} as const satisfies Record<string, OfficeFormat>
