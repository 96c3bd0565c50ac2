import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Mark, Picture } from '#server/charts/index.ts'
import type { Instance } from './drawing.tsx'
import { moves, nearest, type Spot, startIn } from './move.ts'

interface Pointed {
  readonly mark: Mark
  /** In pixels of the chart. */
  readonly at: readonly [number, number]
  /** By keys rather than a pointer: then it is read aloud. */
  readonly isByKey: boolean
}

type By = 'key' | 'pointer' | 'press'

/** Which mark of a picture is pointed at, by mouse, finger or keys. */
export function usePointing(picture: Picture, onSelectRegion?: (code: string) => void) {
  const instance = useRef<Instance>(undefined)
  const [isDrawn, setDrawn] = useState(false)
  const [choice, setChoice] = useState<{ spot: Spot; by: By; text: string }>()
  const onDrawn = useCallback((drawn: Instance) => {
    instance.current = drawn
    setDrawn(true)
  }, [])
  const markAt = ({ lane, index }: Spot) => picture.lanes[lane]?.[index]
  // The choice outlives a new size, theme or selection, but not other data.
  const current = choice && markAt(choice.spot)?.text === choice.text ? choice : undefined
  const mark = current && markAt(current.spot)
  useHighlight(instance.current, mark)

  const point = (spot: Spot | undefined, by: By) =>
    setChoice(spot && { spot, by, text: markAt(spot)?.text ?? '' })
  const find = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    // An embedded chart may be shown smaller than it is drawn.
    const scale = box.width / event.currentTarget.offsetWidth || 1
    const pointer = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale] as const
    return instance.current && nearest(pixelsOf(picture, instance.current), pointer, picture.pointing, 56)
  }
  const select = (chosen: Mark | undefined) => chosen && onSelectRegion?.(chosen.region)
  const press = (spot: Spot | undefined) => {
    point(spot, 'press')
    select(spot && markAt(spot))
  }

  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (event.pointerType === 'touch' || isInTip(event) || current?.by === 'press') return
      point(find(event), 'pointer')
    },
    onPointerLeave: (event: PointerEvent<HTMLDivElement>) => {
      if (event.pointerType !== 'touch' && current?.by === 'pointer') point(undefined, 'pointer')
    },
    onClick: (event: MouseEvent<HTMLDivElement>) => {
      if (!isInTip(event)) press(find(event))
    },
    onBlur: (event: FocusEvent<HTMLDivElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget) && !isInDialog(event.relatedTarget))
        point(undefined, 'key')
    },
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      const act = actionOf(event.key)
      if (!act) return
      act()
      event.preventDefault()
      event.stopPropagation()
    },
  }
  const actionOf = (key: string): (() => void) | undefined => {
    const move = moves[key]
    if (move) return () => point(current ? move(picture.lanes, current.spot) : startIn(picture), 'key')
    if (!current) return undefined
    if (key === 'Escape') return () => point(undefined, 'key')
    return key === 'Enter' && current.by !== 'press' ? () => press(current.spot) : undefined
  }

  const at = mark && instance.current && pixelOf(mark, instance.current)
  const pointed: Pointed | undefined = mark && at && { mark, at, isByKey: current.by !== 'pointer' }
  return { pointed, isPinned: current?.by === 'press', isDrawn, onDrawn, handlers }
}

/** A dialog opened from a tip gives the focus back to it. */
const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('dialog') !== null

const isInTip = ({ target }: { target: EventTarget }) =>
  target instanceof Element && target.closest('.plot-tip') !== null

function useHighlight(instance: Instance | undefined, mark: Mark | undefined): void {
  useLayoutEffect(() => {
    if (!instance || !mark) return
    const { seriesIndex, dataIndex } = mark
    instance.dispatchAction({ type: 'highlight', seriesIndex, dataIndex })
    return () => instance.dispatchAction({ type: 'downplay', seriesIndex, dataIndex })
  }, [instance, mark])
}

const pixelsOf = ({ lanes }: Picture, instance: Instance) =>
  lanes.map((lane) => lane.map((mark) => pixelOf(mark, instance)))

function pixelOf({ seriesIndex, at }: Mark, instance: Instance): readonly [number, number] {
  const pixel = instance.convertToPixel({ seriesIndex }, [...at])
  return Array.isArray(pixel) ? [pixel[0] ?? 0, pixel[1] ?? 0] : [0, 0]
}
