import { SDMXParser } from 'sdmx-json-parser'
import { type Figure, ofComponents } from '../figure.ts'

/** By sdmx-json-parser, which fetches what it reads. */
export async function parseSdmxJson(bytes: Uint8Array) {
  const parser = new SDMXParser()
  await parser.getDatasets(
    `data:application/json;format=jsondata;base64,${Buffer.from(bytes).toString('base64')}`,
  )
  return parser
}

export async function readSdmxJson(bytes: Uint8Array): Promise<Figure[]> {
  const parser = await parseSdmxJson(bytes)
  const [dimensions, attributes] = [parser.getDimensions(), parser.getAttributes()]
  return Object.entries(parser.getObservations()).map(([key, [value, ...places]]) => {
    const codes = key
      .split(':')
      .map((place, at) => [dimensions[at]?.id ?? '', say(dimensions[at]?.values[Number(place)])])
    const said = attributes.map(({ id, values }, at) => [id, say(values[places[at] ?? 0])])
    return ofComponents(Object.fromEntries([...codes, ...said, ['OBS_VALUE', String(value)]]))
  })
}

const say = (entry: { id?: string; value?: string; values?: string[] } | null | undefined) =>
  entry?.id ?? entry?.value ?? entry?.values?.join(';') ?? ''
