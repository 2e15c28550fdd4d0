// The last look at a draft, loaded once something is written: sums against each other, and personal data.
// Without it nothing leaves the page, which says that the check has not been loaded.

export { doubtsOf } from "./submit-doubts.js"
export { look, mayShowIn, openSigns } from "./submit-signs.js"
export { unheldOf } from "./submit-unheld.js"
