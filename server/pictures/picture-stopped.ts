/** `full` too many wait, `late` it took too long, `died` two processes ended over it, `closed` the server stops. */
export type PictureStop = 'full' | 'late' | 'died' | 'closed'

const messages = {
  full: 'too many pictures wait to be drawn',
  late: 'a picture took too long to draw',
  died: 'the processes that drew a picture have ended over it, twice',
  closed: 'no more pictures are drawn',
} satisfies Record<PictureStop, string>

/** A picture that was not drawn, though nothing need be wrong with it. */
export class PictureStopped extends Error {
  override readonly name = 'PictureStopped'
  readonly reason: PictureStop

  constructor(reason: PictureStop) {
    super(messages[reason])
    this.reason = reason
  }
}
