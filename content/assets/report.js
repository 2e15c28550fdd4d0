// The link at the foot of a page that reports a mistake names the page it stands on.
// Without it the letter about a mistake opens all the same, and its page is filled in by hand.

export const nameThePage = (root, { pathname }) => {
  const link = root.querySelector("[data-part=report]")
  if (!link) return
  const home = new URL("../../", link.href).pathname
  const at = pathname.slice(home.length).replace(/index\.html$/u, "")
  if (pathname.startsWith(home) && !at.startsWith("guide/letter/")) link.hash = new URLSearchParams({ at, kind: "correction" })
}
