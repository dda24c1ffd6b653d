import { Controller } from "@hotwired/stimulus"

// Says how many characters are left, once a fifth or less of them are.
export default class extends Controller {
  static targets = ["field", "left"]

  connect() {
    this.count()
  }

  count() {
    const most = this.fieldTarget.maxLength
    const left = most - this.fieldTarget.value.length
    this.leftTarget.hidden = left > most / 5
    if (!this.leftTarget.hidden) {
      this.leftTarget.textContent = this.leftTarget.dataset.text.replace("#", left.toLocaleString(document.documentElement.lang))
    }
  }
}
