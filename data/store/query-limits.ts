/** How long whoever asks is ready to wait for the answer to one query. */
export interface QueryLimits {
  /** Milliseconds from question to answer, waiting for a connection included. */
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

/** The wait for one query. */
export interface Wait {
  readonly queue: number
  /** Aborted with a QueryStopped. */
  readonly signal: AbortSignal
  /** Its connection is at hand: from now on, what lasts too long is itself too slow. */
  begin(): void
  end(): void
}

/** Begins the wait for a query; without limits it takes as long as it takes. */
export function beginWait(limits: QueryLimits | undefined): Wait {
  const controller = new AbortController()
  const { signal } = controller
  if (!limits) return { queue: Number.POSITIVE_INFINITY, signal, begin() {}, end() {} }
  let late: StopReason = 'busy'
  const stop = (reason: StopReason) => controller.abort(new QueryStopped(reason))
  const abandon = () => stop('abandoned')
  const timer = setTimeout(() => stop(late), limits.patience)
  if (limits.signal.aborted) abandon()
  limits.signal.addEventListener('abort', abandon, { once: true })
  return {
    queue: limits.queue,
    signal,
    begin: () => (late = 'too_slow'),
    end: () => {
      clearTimeout(timer)
      limits.signal.removeEventListener('abort', abandon)
    },
  }
}
