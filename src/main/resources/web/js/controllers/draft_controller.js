import { Controller } from "@hotwired/stimulus"

// What is typed outlives a lost page: it stays on the device until the server has it.
export default class extends Controller {
  static targets = ["field", "state"]
  static values = { key: String }

  connect() {
    const kept = localStorage.getItem(this.#key)
    if (kept && this.fieldTarget.value === "") {
      this.fieldTarget.value = kept
      this.fieldTarget.dispatchEvent(new Event("input", { bubbles: true }))
    }
  }

  keep() {
    const text = this.fieldTarget.value
    text === "" ? localStorage.removeItem(this.#key) : localStorage.setItem(this.#key, text)
    if (this.hasStateTarget) {
      this.stateTarget.textContent = text === "" ? "" : this.stateTarget.dataset.text
    }
  }

  drop({ detail: { success, formSubmission } }) {
    if (success && !formSubmission.submitter?.hasAttribute("formaction")) {
      localStorage.removeItem(this.#key)
    }
  }

  get #key() {
    return `draft-${this.keyValue}`
  }
}
