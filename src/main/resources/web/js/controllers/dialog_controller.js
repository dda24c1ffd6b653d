import { Controller } from "@hotwired/stimulus"

// Asks before it acts: the button opens the dialog of this id instead of doing what it does without a script.
export default class extends Controller {
  static values = { id: String }

  open(event) {
    const dialog = document.getElementById(this.idValue)
    if (dialog) {
      event.preventDefault()
      dialog.addEventListener("close", () => this.#back(), { once: true })
      dialog.showModal()
    }
  }

  // The menu this button stands in has closed meanwhile; what opens it is where the focus came from.
  #back() {
    const menu = this.element.closest("[popover]")
    if (menu) {
      document.querySelector(`[popovertarget="${menu.id}"]`)?.focus()
    }
  }
}
