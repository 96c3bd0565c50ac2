import { useEffect, useRef } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'

interface EmbedPreviewProps {
  /** HTML of ours. */
  readonly line: string
  /** Hears how high a frame in it would like to be. */
  readonly onWanted: (height: number) => void
}

const pauseMs = 150

/** The very lines, shown as another page would show them. */
export function EmbedPreview({ line, onWanted }: EmbedPreviewProps) {
  const { t } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const frame = place.current?.querySelector('iframe')
      if (data?.type === 'youju:height' && frame?.contentWindow === source) onWanted(data.height)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [onWanted])
  useEffect(() => {
    const timer = setTimeout(() => place.current && show(place.current, line), pauseMs)
    return () => clearTimeout(timer)
  }, [line])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className="embed-preview" aria-label={t.embed.preview} tabIndex={0}>
      <div ref={place} />
    </section>
  )
}

/** Scripts in HTML that is put into a page do not run: ours is put there as one. A page that has only a frame has none. */
function show(place: HTMLElement, line: string): void {
  place.innerHTML = line
  const written = place.querySelector('script')
  if (!written) {
    place.querySelector('iframe')?.removeAttribute('data-youju')
    return
  }
  const script = document.createElement('script')
  script.src = written.src
  written.replaceWith(script)
}
