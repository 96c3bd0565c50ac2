import { useEffect, useRef, useState } from 'react'
import type { Brief } from '#server/charts/index.ts'
import { briefFile } from '#web/brief-files.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNow } from '#web/hooks/use-now.ts'
import { usePrintedInstead } from '#web/hooks/use-printed-instead.ts'
import { useSize } from '#web/hooks/use-size.ts'

/** Wide enough for a sheet of A4 with its edges, in pixels. */
const widths = { page: 826, each: 826, slides: 1155 } as const

/** How long a change rests before it is drawn. */
const restMs = 500

/** The very document that is saved, made smaller; printing the page prints it. */
export function BriefPreview({ brief }: { readonly brief: Brief }) {
  const { language, t } = useLanguage()
  const [place, size] = useSize<HTMLDivElement>()
  const frame = useRef<HTMLIFrameElement>(null)
  const made = useNow() ?? brief.made
  const address = briefFile('html', made ? { ...brief, made } : brief, language)
  const [shown, setShown] = useState(address)
  useEffect(() => {
    const timer = setTimeout(() => setShown(address), restMs)
    return () => clearTimeout(timer)
  }, [address])
  usePrintedInstead(frame, address)
  const zoom = size ? size.width / widths[brief.layout] : 1
  return (
    <section className="brief-preview" aria-labelledby="brief-preview">
      <h2 id="brief-preview">
        {t.brief.preview} <small className="muted">{t.brief.layoutHints[brief.layout]}</small>
      </h2>
      <div className="brief-paper" ref={place}>
        {size && size.height > 0 && (
          <iframe
            ref={frame}
            src={shown}
            title={t.brief.previewOf(brief.title || t.brief.untitled)}
            style={{
              width: widths[brief.layout],
              height: Math.ceil(size.height / zoom),
              transform: `scale(${zoom})`,
            }}
          />
        )}
      </div>
    </section>
  )
}
