import { Controller } from "@hotwired/stimulus"

// One box ticks all the others of a table, and a bar above it says how many are ticked.
export default class extends Controller {
  static targets = ["all", "one", "bar", "count"]
  static values = { one: String, other: String }

  connect() {
    this.count()
  }

  all() {
    this.#tick(this.allTarget.checked)
  }

  none() {
    this.#tick(false)
  }

  count() {
    const ticked = this.oneTargets.filter((box) => box.checked).length
    const plural = new Intl.PluralRules(document.documentElement.lang).select(ticked)
    this.allTarget.checked = ticked > 0 && ticked === this.oneTargets.length
    this.allTarget.indeterminate = ticked > 0 && !this.allTarget.checked
    this.barTarget.hidden = ticked === 0
    this.countTarget.textContent = (plural === "one" ? this.oneValue : this.otherValue).replace("#", ticked)
  }

  #tick(checked) {
    this.oneTargets.forEach((box) => (box.checked = checked))
    this.count()
  }
}
