import { Controller } from "@hotwired/stimulus"
import { replaceText } from "models/typing"

// Puts Markdown marks around what is selected, or before each of its lines.
export default class extends Controller {
  static targets = ["field"]

  mark({ params: { before, after, line } }) {
    line ? this.#lines(line) : this.#around(before, after)
  }

  #around(before, after) {
    const { selectionStart: start, selectionEnd: end, value } = this.fieldTarget
    const selected = value.slice(start, end)
    replaceText(this.fieldTarget, start, end, before + selected + after)
    this.fieldTarget.setSelectionRange(start + before.length, start + before.length + selected.length)
    this.fieldTarget.dispatchEvent(new Event("input", { bubbles: true }))
  }

  #lines(mark) {
    const { selectionStart, selectionEnd: end, value } = this.fieldTarget
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1
    const marked = value.slice(start, end).split("\n").map((line) => mark + line).join("\n")
    replaceText(this.fieldTarget, start, end, marked)
  }
}
