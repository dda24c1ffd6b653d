import { Controller } from "@hotwired/stimulus"

// A form is sent once, however often its button is pressed; meanwhile the button says that it is on its way.
export default class extends Controller {
  #button = null
  #words = null

  #once = (event) => {
    if (this.#button) {
      event.preventDefault()
    } else if (!event.defaultPrevented) {
      this.#busy(event.submitter)
    }
  }

  #again = () => {
    this.#button?.removeAttribute("aria-busy")
    if (this.#words) {
      this.#words.node.data = this.#words.text
    }
    this.#button = this.#words = null
  }

  connect() {
    this.element.addEventListener("submit", this.#once)
    this.element.addEventListener("turbo:submit-end", this.#again)
    window.addEventListener("pageshow", this.#again)
  }

  disconnect() {
    this.element.removeEventListener("submit", this.#once)
    this.element.removeEventListener("turbo:submit-end", this.#again)
    window.removeEventListener("pageshow", this.#again)
    this.#again()
  }

  #busy(button) {
    this.#button = button ?? this.element
    this.#button.setAttribute("aria-busy", "true")
    const node = [...this.#button.childNodes].findLast((child) => child.nodeType === Node.TEXT_NODE && child.data.trim())
    if (node && button) {
      this.#words = { node, text: node.data }
      node.data = document.body.dataset.sending
    }
  }
}
