const drawn = /[│┃║├┠╠─━═]/
const border = /^[\s─━═┄┌┬┐└┴┘┏┳┓┗┻┛╔╦╗╚╩╝╒╤╕╘╧╛]{3,}$/
const rule = /^\s*[├┠╠┣╞|]/

/** Tables drawn with ┌─┬─┐ and │ as `|` and `-`, every sign in its place; their outer borders are blank. */
export function plainBoxDrawing(text: string): string {
  if (!drawn.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      if (border.test(line) && /[┌┬┐└┴┘┏┳┓┗┻┛╔╦╗╚╩╝╒╤╕╘╧╛]/.test(line)) return ' '.repeat(line.length)
      const isRule = rule.test(line) && /[─━═]/.test(line)
      const barred = line.replace(/[│┃║├┠╠┣╞┼╋╬┿┤┨╣┫╡]/g, '|')
      return isRule ? barred.replace(/[─━═]/g, '-') : barred
    })
    .join('\n')
}
