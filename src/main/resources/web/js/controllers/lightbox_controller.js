import { Controller } from "@hotwired/stimulus"

// Opens a post's picture large over the page; without a script, or with a key held, the link leads to it.
export default class extends Controller {
  static targets = ["template"]

  async open(event) {
    const link = event.target.closest(".photos a")
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      const { Lightbox } = await import("models/lightbox")
      Lightbox.over(this.element, this.templateTarget).open(link)
    }
  }
}
