import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { reloadIfReachable } from '#web/reload-page.ts'
import { Notice } from './notice.tsx'

/**
 * A component whose code is fetched when it is first shown, with something in its place until it is there. React's own
 * `lazy` holds back for 300 ms what arrives soon after a placeholder. To be called by a module, once.
 * Where the code cannot be fetched, the page is loaded anew, or says so while the server does not answer.
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
    const [isMissing, setMissing] = useState(false)
    useEffect(() => {
      if (Arrived) return
      fetchOnce().then(
        (component) => {
          arrived = component
          setArrived(() => component)
        },
        async () => {
          underWay = undefined
          setMissing(!(await reloadIfReachable()))
        },
      )
    }, [Arrived])
    if (isMissing) return <CodeMissing />
    return Arrived ? <Arrived {...props} /> : placeholder(props)
  }
}

/** In the place of what cannot be fetched. */
export function CodeMissing() {
  const { t } = useLanguage()
  return (
    <Notice title={t.load.failed} hint={t.load.offline}>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t.load.retry}
      </button>
    </Notice>
  )
}
