/** Something a person can mend: one line saying what is wrong, where, and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}
