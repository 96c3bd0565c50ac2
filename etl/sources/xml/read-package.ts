import { badFile, problems } from '../problems.ts'
import { XmlError } from './read-xml.ts'

/**
 * What is read of an Office file, a package of XML parts; `undefined` where a part is missing that it cannot be without.
 * @throws BadInput where a part is missing, or no whole XML.
 */
export function readPackage<Content>(name: string, format: string, read: () => Content | undefined): Content {
  const content = orUndefined(read)
  if (content !== undefined) return content
  throw badFile(name, problems.incomplete(format, { zh: '或另存', en: ' or save it anew' }))
}

function orUndefined<Content>(read: () => Content): Content | undefined {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof XmlError) return undefined
    throw cause
  }
}
