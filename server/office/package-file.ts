import { posix } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { tag, type Xml, xmlPart } from './xml.ts'

/** From one part to another, or to an address. */
export interface Relation {
  readonly id: string
  /** The last word of its type: `chart`, `slideLayout`. */
  readonly type: string
  /** The path of a part, or the address where it is outside. */
  readonly target: string
  readonly isOutside?: boolean
}

/** A file of an Office package. */
export interface Part {
  /** Without a slash before it: `ppt/slides/slide1.xml`. */
  readonly path: string
  readonly content: Xml | Uint8Array
  /** Left out where its ending says it. */
  readonly type?: string
  readonly relations?: readonly Relation[]
}

const endings: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * An Office package (ECMA-376 part 2): the parts, their content types and their relations. The same parts and date give
 * the same bytes.
 * @param root relations of the package itself.
 * @param date of every file in it, as an instant in ISO 8601.
 */
export function packParts(parts: readonly Part[], root: readonly Relation[], date: string): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': strToU8(xmlPart(contentTypes(parts))) }
  files['_rels/.rels'] = strToU8(xmlPart(relationsXml('', root)))
  for (const { path, content, relations = [] } of parts) {
    files[path] = content instanceof Uint8Array ? content : strToU8(xmlPart(content))
    if (relations.length > 0)
      files[relationsPath(path)] = strToU8(xmlPart(relationsXml(posix.dirname(path), relations)))
  }
  return zipSync(files, { level: 6, mtime: localDay(date) })
}

const relationsPath = (path: string) => `${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`

/** Archives keep times without a zone, as the machine's own: the day is made so that every machine writes the same. */
function localDay(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return new Date(Math.max(1980, year), month - 1, day)
}

function contentTypes(parts: readonly Part[]): Xml {
  return tag(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    Object.entries(endings).map(([Extension, ContentType]) => tag('Default', { Extension, ContentType })),
    parts.flatMap(({ path, type }) =>
      type ? [tag('Override', { PartName: `/${path}`, ContentType: type })] : [],
    ),
  )
}

const relationTypes = {
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
  package: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/',
}

const relationsXml = (folder: string, relations: readonly Relation[]): Xml =>
  tag(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    relations.map(({ id, type, target, isOutside }) =>
      tag('Relationship', {
        Id: id,
        Type: (type === 'core-properties' ? relationTypes.package : relationTypes.office) + type,
        Target: isOutside ? target : posix.relative(folder, target),
        TargetMode: isOutside ? 'External' : undefined,
      }),
    ),
  )
