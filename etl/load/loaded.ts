import { plainInputs } from '../publish/rolled-back.ts'

const mark = 'load '

/** What a loaded database says in the place of the hash of its inputs. */
export const loadedInputs = (name: string): string => mark + name

/** The file that a database was loaded from; undefined where it was built from a folder of figures. */
export function loadedFrom(inputs: string): string | undefined {
  const plain = plainInputs(inputs)
  return plain.startsWith(mark) ? plain.slice(mark.length) : undefined
}
