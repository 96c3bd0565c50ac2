import { type RefObject, useEffect } from 'react'

/**
 * While the page is printed, the document in a frame stands in its place, as its own stylesheet says.
 * @param address which document that must be: until the frame holds it, the page is printed as it is.
 */
export function usePrintedInstead(frame: RefObject<HTMLIFrameElement | null>, address: string): void {
  useEffect(() => {
    let takeBack: (() => void) | undefined
    const begin = () => {
      takeBack ??= standIn(frame.current?.contentDocument, address)
    }
    const end = () => {
      takeBack?.()
      takeBack = undefined
    }
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      end()
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [frame, address])
}

/** @returns what gives the page back; undefined where the document is another or not whole. */
function standIn(paper: Document | null | undefined, address: string): (() => void) | undefined {
  const [style, main] = [paper?.querySelector('style'), paper?.querySelector('main')]
  const isWanted = paper?.URL === new URL(address, location.href).href && paper.readyState === 'complete'
  if (!(isWanted && style && main)) return undefined
  const stood = { x: scrollX, y: scrollY }
  const put = [document.importNode(style, true), document.importNode(main, true)] as const
  const sheets = [...document.styleSheets].filter(({ disabled }) => !disabled)
  const hidden = [...document.body.children].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && !each.hidden,
  )
  for (const sheet of sheets) sheet.disabled = true
  for (const element of hidden) element.hidden = true
  document.head.append(put[0])
  document.body.append(put[1])
  return () => {
    for (const node of put) node.remove()
    for (const element of hidden) element.hidden = false
    for (const sheet of sheets) sheet.disabled = false
    scrollTo(stood.x, stood.y)
  }
}
