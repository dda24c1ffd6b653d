import * as Turbo from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"

// As the skeletons: nothing moves for a visit shorter than this.
Turbo.config.drive.progressBarDelay = 400

// A button that is disabled while its form is under way loses the focus, and whoever uses the keyboard their place.
Turbo.config.forms.submitter = "aria-disabled"

const application = Application.start()

// What is typed while a form is under way is in no answer to it: a page that comes anew leaves it alone.
const typed = new WeakSet()
addEventListener("input", ({ target }) => typed.add(target))
addEventListener("turbo:submit-start", ({ target }) => [...target.elements].forEach((field) => typed.delete(field)))
addEventListener("turbo:before-morph-element", event => {
  if (typed.has(event.target)) event.preventDefault()
})

// A form that comes back with something wrong is taken up there, unless somebody writes on elsewhere.
for (const shown of ["turbo:render", "turbo:frame-render"]) {
  addEventListener(shown, ({ target }) => {
    if (typed.has(document.activeElement)) return
    target.querySelector("[aria-invalid=true], fieldset:has(> .error) input")?.focus()
  })
}

// What a frame is fetching comes, though the page around it has come anew: a refused form says nothing of it. What it has
// fetched it need not fetch again.
addEventListener("turbo:before-morph-attribute", event => {
  const { target, detail: { attributeName, mutationType } } = event
  if (target.localName === "turbo-frame" && mutationType === "remove" && ["src", "complete"].includes(attributeName)) {
    event.preventDefault()
  }
})
