// On pages of others: `<youju-chart src="…/embed?…">` shows a chart in a frame, in place of the picture inside it, and every
// `<iframe data-youju>` gets the height that its chart wants. Frames say it; those that are there already are asked.
;(() => {
  if (customElements.get('youju-chart')) return
  const own = new Set()
  const plain = document.querySelectorAll.bind(document, 'iframe[data-youju]')
  const shown = 'display:block;width:100%;border:0;height:'
  customElements.define(
    'youju-chart',
    class extends HTMLElement {
      static observedAttributes = ['src']
      frame = document.createElement('iframe')
      attributeChangedCallback(_name, _before, src) {
        this.frame.src = src
      }
      connectedCallback() {
        const { frame } = this
        own.add(frame)
        if (frame.parentNode) return
        this.style.display = 'block'
        frame.title = this.title
        frame.loading = 'lazy'
        // Laid out, so that it draws, and neither seen nor in the way before it has.
        frame.style = `${shown}9em;margin-bottom:-9em;opacity:0;pointer-events:none`
        this.prepend(frame)
      }
      disconnectedCallback() {
        own.delete(this.frame)
      }
    },
  )
  const resize = (frame, height) => {
    if (!own.has(frame)) frame.style.height = height
    else {
      frame.style = shown + height
      while (frame.nextSibling) frame.nextSibling.remove()
    }
  }
  addEventListener('message', ({ source, data }) => {
    if (data?.type !== 'youju:height') return
    for (const frame of [...own, ...plain()])
      if (frame.contentWindow === source) resize(frame, `${+data.height}px`)
  })
  for (const { contentWindow } of plain()) contentWindow.postMessage({ type: 'youju:ask' }, '*')
})()
