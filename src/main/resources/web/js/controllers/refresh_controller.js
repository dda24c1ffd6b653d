import { Controller } from "@hotwired/stimulus"

// Fetches its frame anew every second, as long as the server says that there is more to come.
export default class extends Controller {
  #timer

  connect() {
    this.#timer = setTimeout(() => this.#again(), 1000)
  }

  disconnect() {
    clearTimeout(this.#timer)
  }

  #again() {
    const frame = this.element.closest("turbo-frame")
    if (frame.src) {
      frame.reload()
    } else {
      frame.src = location.href
    }
  }
}
