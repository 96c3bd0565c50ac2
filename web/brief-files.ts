import type { Language } from '#data/model/language.ts'
import { type Brief, printBrief } from '#server/charts/index.ts'
import { withLanguage } from './language-of-address.ts'

type BriefEnding = 'docx' | 'pptx' | 'html'

/** The address of a brief as a file, made of the numbers of now. */
export const briefFile = (ending: BriefEnding, brief: Brief, language: Language): string =>
  withLanguage(`/brief.${ending}?${printBrief(brief)}`, language)

/** Prints a document of ours as its own stylesheet says, without showing it first. */
export function printAddress(address: string): void {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.ariaHidden = 'true'
  frame.tabIndex = -1
  frame.src = address
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => setTimeout(() => frame.remove()))
    frame.contentWindow?.print()
  })
  document.querySelector('.print-frame')?.remove()
  document.body.append(frame)
}
