const codes = new Map<string, readonly [number, number]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail))
    if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
  }
}

/** A text in GB18030, as older sites send it; characters of two bytes at most. */
export const encodeGb = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((each) => codes.get(each) ?? [each.charCodeAt(0)]))
