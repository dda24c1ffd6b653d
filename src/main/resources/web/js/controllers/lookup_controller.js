import { Controller } from "@hotwired/stimulus"

// Asks the server about what is being typed, or about all fields of these names, and shows its answer in a frame beside
// it; what is pressed in the answer asks nothing.
export default class extends Controller {
  static targets = ["frame"]
  static values = { address: String, names: Array, delay: { type: Number, default: 300 } }

  #timer

  disconnect() {
    clearTimeout(this.#timer)
  }

  ask({ target }) {
    if (!target.name || this.frameTarget.contains(target)) return
    if (this.hasNamesValue && !this.namesValue.includes(target.name)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#show(target), this.delayValue)
  }

  #show({ form, name, value }) {
    const asked = this.hasNamesValue
      ? [...new FormData(form)].filter(([name]) => this.namesValue.includes(name))
      : [[name, value]]
    this.frameTarget.src = `${this.addressValue}?${new URLSearchParams(asked)}`
  }
}
