import { Controller } from "@hotwired/stimulus"
import { replaceText } from "models/typing"

// Files leave as soon as they are chosen, pasted or dropped, each with its progress; the form then only names them. It is
// sent when the last of them is there.
export default class extends Controller {
  static targets = ["input", "list", "leaving", "lost", "heavy", "full"]
  static values = { among: Boolean }

  #leaving = new Set()
  #held = null

  connect() {
    this.inputTarget.removeAttribute("name")
  }

  disconnect() {
    this.#leaving.forEach((request) => request.abort())
  }

  pick() {
    this.inputTarget.click()
  }

  choose() {
    this.#send(this.inputTarget.files)
    this.inputTarget.value = ""
  }

  paste(event) {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault()
      this.#send(event.clipboardData.files)
    }
  }

  over(event) {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault()
    }
  }

  drop(event) {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault()
      this.#send(event.dataTransfer.files)
    }
  }

  // Where one writes, with what the picture shows.
  insert({ currentTarget, params: { file } }) {
    const field = this.element.querySelector("textarea[name=text]")
    const alt = currentTarget.closest("li").querySelector(`[name=alt-${file}]`).value.replace(/[\[\]\\]/g, "")
    replaceText(field, field.selectionStart, field.selectionEnd, `\n\n![${alt}](file:${file})\n\n`)
  }

  remove(event) {
    event.preventDefault()
    if (event.params.file) {
      fetch(`/files/${event.params.file}`, { method: "DELETE" })
    }
    this.#take(event.currentTarget.closest("li"))
  }

  hold(event) {
    if (this.#leaving.size > 0) {
      event.preventDefault()
      event.stopImmediatePropagation()
      this.#held = { submitter: event.submitter }
    }
  }

  #send(files) {
    for (const file of files) {
      this.#sendOne(file)
    }
  }

  #sendOne(file) {
    this.listTarget.append(this.leavingTarget.content.cloneNode(true))
    const line = this.listTarget.lastElementChild
    const progress = line.querySelector("progress")
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append("file", file)
    if (this.amongValue) form.append("among", "true")
    line.querySelector("strong").textContent = file.name
    line.querySelector("button").addEventListener("click", () => {
      request.abort()
      this.#take(line)
    })
    request.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = (100 * loaded) / total))
    request.addEventListener("load", () => this.#answered(line, request, file))
    request.addEventListener("error", () => this.#refused(line, this.lostTarget.innerHTML))
    request.addEventListener("loadend", () => this.#gone(request))
    request.open("POST", "/files")
    this.#leaving.add(request)
    request.send(form)
  }

  // Whoever is signed out meanwhile is led elsewhere: that is no answer of ours.
  #answered(line, request, file) {
    const ours = request.responseURL.endsWith("/files")
    if (ours && request.status === 200) {
      line.insertAdjacentHTML("afterend", request.responseText)
      this.#here(file, line.nextElementSibling)
      line.remove()
    } else if (ours && request.status === 422) {
      this.#refused(line, request.responseText)
    } else {
      const reasons = { 413: this.heavyTarget, 507: this.fullTarget }
      this.#refused(line, (reasons[request.status] ?? this.lostTarget).innerHTML)
    }
  }

  // A draft takes the file to where its picture can no longer be given.
  async #here(file, line) {
    if (line.dataset.film) await this.#show(file, line)
    this.#changed()
  }

  // The form waits for the picture of a film, and goes without where there is none.
  async #show(file, line) {
    const sending = new AbortController()
    this.#leaving.add(sending)
    try {
      const { picture } = await import("models/film")
      const poster = await picture(file)
      if (poster) {
        const form = new FormData()
        form.append("poster", poster, "poster.jpg")
        const id = line.querySelector("[name=files]").value
        await fetch(`/files/${id}/poster`, { method: "POST", body: form, signal: sending.signal })
      }
    } catch {
      // A film is played without one, too.
    }
    this.#gone(sending)
  }

  #refused(line, reason) {
    const words = line.querySelector("p")
    words.className = "error"
    words.innerHTML = reason
    line.querySelector("progress").remove()
    line.querySelector("button").textContent = this.listTarget.dataset.remove
  }

  #gone(request) {
    this.#leaving.delete(request)
    if (this.#leaving.size === 0 && this.#held && this.element.isConnected) {
      this.element.requestSubmit(this.#held.submitter)
      this.#held = null
    }
  }

  // As if it had been typed: the draft names it from now on, or no more.
  #changed() {
    this.element.dispatchEvent(new Event("input"))
  }

  #take(line) {
    const next = line.nextElementSibling ?? line.previousElementSibling
    line.remove()
    this.#changed()
    const focused = next?.querySelector("button") ?? this.element.querySelector("textarea")
    focused?.focus()
  }
}
