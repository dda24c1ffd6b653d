import { Controller } from "@hotwired/stimulus"

// A sentence that leaves by itself, unless someone is reading it with the pointer or the keyboard.
export default class extends Controller {
  #timer

  connect() {
    this.#timer = setInterval(() => this.#leave(), 8000)
  }

  disconnect() {
    clearInterval(this.#timer)
  }

  dismiss() {
    this.element.remove()
  }

  #leave() {
    if (!this.element.matches(":hover, :focus-within")) {
      this.dismiss()
    }
  }
}
