// Types into a text area as a person would, so that undoing works.
export function replaceText(field, start, end, text) {
  field.focus()
  field.setSelectionRange(start, end)
  const typed = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text)
  if (!typed) {
    field.setRangeText(text, start, end, "end")
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}
