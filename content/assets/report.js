// The links at the foot of a page that report a mistake, or ask to have data removed, name the page they stand on.
// Without it such a letter opens all the same, and its page is filled in by hand.

export const nameThePage = (root, { pathname }) => {
  for (const link of root.querySelectorAll("[data-part=report]")) {
    const home = new URL("../../", link.href).pathname
    const at = pathname.slice(home.length).replace(/index\.html$/u, "")
    const kind = new URLSearchParams(link.hash.slice(1)).get("kind")
    if (pathname.startsWith(home) && !at.startsWith("guide/letter/")) link.hash = new URLSearchParams({ at, kind })
  }
}
