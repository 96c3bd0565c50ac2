import { z } from 'zod'

const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** A place or a group of places. Provinces and cities carry GB/T 2260 codes, groups our own. */
export const Region = z.strictObject({
  code: z.string().regex(/^(\d{6}|CN(-[A-Z0-9]+)?)$/),
  kind: z.enum(['nation', 'zone', 'cluster', 'group', 'province', 'city', 'area']),
  name: Name,
  fullName: z.string().min(1),
  aliases: z.array(z.string().min(2)).default([]),
  /** One character (京 沪 黔): too short to search text for. */
  abbreviation: z.string().length(1).optional(),
  /** Syllables without tones, a space between: `chong qing`. */
  pinyin: z.string().regex(/^[a-z0-9 ]+$/),
  parent: z.string().optional(),
  members: z.array(z.string()).optional(),
  note: Name.optional(),
})
export type Region = z.infer<typeof Region>
