import { Controller } from "@hotwired/stimulus"

// A text area as tall as its text, where the browser does not know field-sizing.
export default class extends Controller {
  connect() {
    this.grow()
  }

  grow() {
    if (!CSS.supports("field-sizing", "content")) {
      this.element.style.blockSize = "auto"
      this.element.style.blockSize = `${this.element.scrollHeight + 2}px`
    }
  }
}
