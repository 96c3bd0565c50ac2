import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/**
 * A component whose code is fetched when it is first shown, with something in its place until it is there. React's own
 * `lazy` holds back for 300 ms what arrives soon after a placeholder. To be called by a module, once.
 * @throws while rendering, where the code cannot be fetched; it is fetched anew the next time it is shown.
 */
export function arriving<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
  placeholder: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | undefined
  let underWay: Promise<ComponentType<Props>> | undefined
  const fetchOnce = () => {
    underWay ??= fetchCode()
    return underWay
  }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each, by modules and not by components
  return function Arriving(props: Props): ReactNode {
    const [Arrived, setArrived] = useState(() => arrived)
    const [failure, setFailure] = useState<unknown>()
    useEffect(() => {
      if (Arrived) return
      fetchOnce().then(
        (component) => {
          arrived = component
          setArrived(() => component)
        },
        (cause) => {
          underWay = undefined
          setFailure(cause)
        },
      )
    }, [Arrived])
    if (failure !== undefined) throw failure
    return Arrived ? <Arrived {...props} /> : placeholder(props)
  }
}
