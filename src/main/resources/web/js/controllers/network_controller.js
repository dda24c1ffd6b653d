import { Controller } from "@hotwired/stimulus"

// Says that the network is away, for as long as it is.
export default class extends Controller {
  static targets = ["text"]
  static values = { away: String }

  connect() {
    if (!navigator.onLine) this.lose()
  }

  // What is said into a part that shows is read out.
  lose() {
    this.element.hidden = false
    this.textTarget.textContent = this.awayValue
  }

  find() {
    this.element.hidden = navigator.onLine
    if (this.element.hidden) this.textTarget.textContent = ""
  }
}
