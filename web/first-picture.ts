import type { Language } from '#data/model/language.ts'
import type { ChartKindId, ThemeName } from '#server/charts/index.ts'

/** What a chart needs that may have been drawn by the server. */
interface Wanted {
  readonly kind: ChartKindId
  readonly width: number
  readonly theme: ThemeName
  readonly language: Language
}

/** The address that was asked for: what the server has drawn for it is not of another one. */
const opened = location.pathname + location.search

/** Farther from the width that is wanted, letters would be seen to change their size. */
const mostScaled = 0.12

/**
 * The first chart of the page as the server has drawn it into the HTML (`server/first-picture.ts`), to be seen until
 * it is drawn here.
 * @returns the SVG of the nearest width; undefined where there is none of this chart, or none near enough.
 */
export function firstPicture({ kind, width, theme, language }: Wanted): string | undefined {
  if (location.pathname + location.search !== opened) return undefined
  const drawn = [...document.querySelectorAll<HTMLTemplateElement>('template[data-picture]')]
  const far = ({ dataset }: HTMLTemplateElement) => Math.abs(Number(dataset['width']) / width - 1)
  const [nearest] = drawn
    .filter(
      ({ dataset }) =>
        dataset['picture'] === kind && dataset['theme'] === theme && dataset['lang'] === language,
    )
    .toSorted((a, b) => far(a) - far(b))
  return nearest && far(nearest) <= mostScaled ? nearest.innerHTML : undefined
}
