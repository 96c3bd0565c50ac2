import type { hc } from 'hono/client'
import type { AppType } from '#server/app.ts'

type Routes = ReturnType<typeof hc<AppType>>

interface Asked {
  readonly param?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
}

/** The routes of the server, typed as Hono's own client types them; of that, reading is all that pages need. */
export const routes = routesBelow('') as Routes

function routesBelow(path: string): unknown {
  return new Proxy(
    {},
    {
      get: (_, name: string) =>
        name === '$get'
          ? (asked: Asked = {}) => fetch(addressOf(path, asked))
          : routesBelow(`${path}/${name}`),
    },
  )
}

function addressOf(path: string, { param = {}, query = {} }: Asked): string {
  const filled = path.replace(/:(\w+)/g, (whole, name: string) => encodeURIComponent(param[name] ?? whole))
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return said.length === 0 ? filled : `${filled}?${new URLSearchParams(said)}`
}
