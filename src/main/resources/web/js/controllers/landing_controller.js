import { Controller } from "@hotwired/stimulus"

// A link that is replaced by what it brings hands the focus on: to the same tab, or to the first thing that came.
export default class extends Controller {
  #pressed

  leave({ target }) {
    this.#pressed = target.closest("a[data-turbo-frame]")
  }

  land({ target: frame }) {
    if (this.#pressed?.closest("nav")) {
      frame.querySelector("nav [aria-current]").focus({ preventScroll: true })
    } else if (this.#pressed) {
      this.#goOn(frame)
    }
    this.#pressed = null
  }

  // What is older stands where the link stood; what is new stands at the top.
  #goOn(frame) {
    const first = frame.querySelector("article")
    if (first) {
      first.tabIndex = -1
      first.focus({ preventScroll: true })
    }
    if (frame === this.element) {
      scrollTo({ top: 0 })
    }
  }
}
