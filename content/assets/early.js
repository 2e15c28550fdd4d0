// Before anything is painted: where the theme's scripts keep things, and the colours that were chosen.
// No module, which would run after the page is painted. Without it the colours follow the system.

var __md_scope = new URL("../", document.currentScript.src)
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // What cannot be kept is chosen anew.
  }
}

// Of what the theme keeps only the scheme differs between ours; its own script sets the rest when it runs.
new MutationObserver((_, observer) => {
  if (!document.body) return
  observer.disconnect()
  const { media, scheme } = __md_get("__palette")?.color ?? {}
  const follows = media === "(prefers-color-scheme)"
  if (scheme) document.body.dataset.mdColorScheme = follows && matchMedia("(prefers-color-scheme: light)").matches ? "default" : follows ? "slate" : scheme
}).observe(document.documentElement, { childList: true })
