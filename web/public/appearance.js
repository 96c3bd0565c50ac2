// Runs before the first paint, so that a chosen theme never flashes the other one.
;(() => {
  const query = new URLSearchParams(location.search)
  const root = document.documentElement
  let theme = query.get('theme')
  if (location.pathname === '/embed') {
    root.dataset.embed = query.get('bg') === 'transparent' ? 'transparent' : 'paper'
  } else {
    try {
      theme = localStorage.getItem('youju:theme')
    } catch {
      theme = null
    }
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
})()
