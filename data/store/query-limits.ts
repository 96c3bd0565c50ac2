/** How long whoever asks is ready to wait, for each query of one request. */
export interface QueryLimits {
  /** The most milliseconds until it has a connection. */
  readonly wait: number
  /** The most milliseconds from then on to its answer. */
  readonly patience: number
  /** The most queries that may wait for a connection; one more is turned away. */
  readonly queue: number
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal
}

/** `busy`: no connection was free in time; `too_slow`: stopped when its time was up; `abandoned`: nobody waits for it. */
export type StopReason = 'busy' | 'too_slow' | 'abandoned'

/** A query that was not asked to its end. */
export class QueryStopped extends Error {
  override readonly name = 'QueryStopped'
  readonly reason: StopReason

  constructor(reason: StopReason) {
    super(`the query was stopped: ${reason}`)
    this.reason = reason
  }
}

/** One query, from when it is asked to its end. */
export interface Wait {
  readonly queue: number
  /** The same for all queries of a request. */
  readonly request: object | undefined
  /** Aborted with a QueryStopped. */
  readonly signal: AbortSignal
  /** Its connection is at hand: from now on its time is its own. */
  begin(): void
  end(): void
}

/** Begins the wait for a query; without limits it takes as long as it takes. */
export function beginWait(limits: QueryLimits | undefined): Wait {
  const controller = new AbortController()
  const { signal } = controller
  if (!limits) return { queue: Number.POSITIVE_INFINITY, request: undefined, signal, begin() {}, end() {} }
  const stop = (reason: StopReason) => controller.abort(new QueryStopped(reason))
  const stopAfter = (milliseconds: number, reason: StopReason) => setTimeout(() => stop(reason), milliseconds)
  const abandon = () => stop('abandoned')
  let timer = stopAfter(limits.wait, 'busy')
  if (limits.signal.aborted) abandon()
  limits.signal.addEventListener('abort', abandon, { once: true })
  return {
    queue: limits.queue,
    request: limits,
    signal,
    begin: () => {
      clearTimeout(timer)
      timer = stopAfter(limits.patience, 'too_slow')
    },
    end: () => {
      clearTimeout(timer)
      limits.signal.removeEventListener('abort', abandon)
    },
  }
}
