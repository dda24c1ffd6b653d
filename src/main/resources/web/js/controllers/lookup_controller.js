import { Controller } from "@hotwired/stimulus"

// Asks the server about what is being typed, and shows its answer in a frame beside it; what is pressed in the answer
// asks nothing.
export default class extends Controller {
  static targets = ["frame"]
  static values = { address: String, delay: { type: Number, default: 300 } }

  #timer

  disconnect() {
    clearTimeout(this.#timer)
  }

  ask({ target }) {
    if (!target.name || this.frameTarget.contains(target)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#show(target), this.delayValue)
  }

  #show(field) {
    this.frameTarget.src = `${this.addressValue}?${new URLSearchParams({ [field.name]: field.value })}`
  }
}
