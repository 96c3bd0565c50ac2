/**
 * Replaces every run of items of one kind by what becomes of it; the items between the runs stay.
 * @param isIn whether an item belongs to a run.
 * @param begins whether an item belongs to another run than the one before it.
 */
export function replaceRuns<Item, In extends Item, New>(
  items: readonly Item[],
  isIn: (item: Item) => item is In,
  replace: (run: readonly In[]) => readonly New[],
  begins: (item: In) => boolean = () => false,
): (Exclude<Item, In> | New)[] {
  const done: (Exclude<Item, In> | New)[] = []
  let run: In[] = []
  const close = () => {
    for (const made of replace(run)) done.push(made)
    run = []
  }
  for (const item of items) {
    if (isIn(item)) {
      if (begins(item)) close()
      run.push(item)
    } else {
      close()
      done.push(item as Exclude<Item, In>)
    }
  }
  close()
  return done
}
