import { Controller } from "@hotwired/stimulus"

// Copies a text, or the address the element leads to, and says so in the button's own words for a moment.
export default class extends Controller {
  static targets = ["label"]
  static values = { text: String, done: String }

  #timer
  #label

  disconnect() {
    this.#restore()
  }

  async copy(event) {
    event.preventDefault()
    await navigator.clipboard.writeText(this.textValue || this.element.href)
    this.#restore()
    this.#label = this.labelTarget.textContent
    this.labelTarget.textContent = this.doneValue
    this.#timer = setTimeout(() => this.#restore(), 3000)
  }

  #restore() {
    clearTimeout(this.#timer)
    if (this.#label !== undefined) {
      this.labelTarget.textContent = this.#label
      this.#label = undefined
    }
  }
}
