import { Controller } from "@hotwired/stimulus"

// Opens on the current tab where the browser does not know scroll-initial-target.
export default class extends Controller {
  connect() {
    const current = this.element.querySelector("[aria-current]")
    if (current && this.element.scrollLeft === 0) {
      this.element.scrollLeft = current.offsetLeft - (this.element.clientWidth - current.offsetWidth) / 2
    }
  }
}
