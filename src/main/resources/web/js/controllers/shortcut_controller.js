import { Controller } from "@hotwired/stimulus"

// One key, pressed anywhere but in a text, brings the focus here.
export default class extends Controller {
  static values = { key: String }

  press(event) {
    const meant = event.key === this.keyValue && !event.ctrlKey && !event.metaKey && !event.altKey
    if (meant && !event.target.closest("input, textarea, select, dialog, [contenteditable]")) {
      event.preventDefault()
      this.element.focus()
      this.element.select?.()
    }
  }
}
