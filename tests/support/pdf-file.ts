/** A run of text: where it stands from the lower left corner, in points, and how large. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** What is set before it: `3 Tr` draws nothing, `1 g` draws in white. */
  readonly set?: string
}

/** Something else that is drawn: `72 704 40 0.8 re f`. */
interface PdfDrawing {
  readonly draw: string
}

export type PdfPiece = PdfText | PdfDrawing

/** A PDF with one font that has no outlines, only widths and the table from its codes to Unicode. */
export function pdfFile(pages: readonly (readonly PdfPiece[])[], trailer = '', annotations = ''): Uint8Array {
  const characters = [...new Set(pages.flat().flatMap((piece) => ('text' in piece ? [...piece.text] : [])))]
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[${widths(characters)}]>>`,
    '<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    stream(toUnicode(characters)),
    ...pages.flatMap((texts, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${8 + 2 * i} 0 R/Resources<</Font<</F1 3 0 R>>>>${annotations && `/Annots[${annotations}]`}>>`,
      stream(texts.map((piece) => ('text' in piece ? show(piece, characters) : piece.draw)).join('\n')),
    ]),
  ]
  return assemble(objects, trailer)
}

function widths(characters: readonly string[]): string {
  return characters
    .map((character, i) => `${i + 1}[${character.charCodeAt(0) < 0x2e80 ? 500 : 1000}]`)
    .join('')
}

function toUnicode(characters: readonly string[]): string {
  const map = characters.map((character, i) => `<${hex(i + 1)}> <${hex(character.charCodeAt(0))}>`)
  const blocks = Array.from({ length: Math.ceil(map.length / 100) }, (_, i) =>
    map.slice(100 * i, 100 * i + 100),
  )
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`).join('\n')}
endcmap end end`
}

function show({ text, x, y, size = 12, set = '' }: PdfText, characters: readonly string[]): string {
  const codes = [...text].map((character) => hex(characters.indexOf(character) + 1)).join('')
  return `q ${set} BT /F1 ${size} Tf ${x} ${y} Td <${codes}> Tj ET Q`
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}

function stream(content: string): string {
  return `<</Length ${content.length}>>stream\n${content}\nendstream`
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.5\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return new TextEncoder().encode(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
  )
}
