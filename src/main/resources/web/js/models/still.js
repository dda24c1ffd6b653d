import "@hotwired/turbo"

// Lets a stream change the page without moving what its reader looks at or writes in, or taking the focus away.
export async function arriveQuietly(message) {
  const held = heldByReader()
  const { id } = document.activeElement
  const before = held?.getBoundingClientRect().top
  await rendered(message)
  if (id && document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true })
  if (held?.isConnected) {
    putBack(held, before)
    requestAnimationFrame(() => putBack(held, before))
  }
}

// What is written in, or else what stands first on the screen.
function heldByReader() {
  const written = document.activeElement.closest("main *")
  const first = [...document.querySelectorAll("main :is(.post, .comment, form)")].find(startsOnScreen)
  return written && onScreen(written) ? written : (first ?? document.querySelector("main"))
}

function startsOnScreen(element) {
  const { top } = element.getBoundingClientRect()
  return top >= 0 && top < innerHeight
}

function onScreen(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

function rendered(message) {
  const { content } = Object.assign(document.createElement("template"), { innerHTML: message })
  const streams = [...content.querySelectorAll("turbo-stream")]
  document.body.append(...streams)
  return Promise.all(streams.map((stream) => stream.renderPromise))
}

// A page too short to be scrolled that far is made longer.
function putBack(element, before) {
  scrollBy({ top: element.getBoundingClientRect().top - before, behavior: "instant" })
  const rest = element.getBoundingClientRect().top - before
  if (rest > 0.5) {
    document.body.style.minBlockSize = `${Math.ceil(scrollY + innerHeight + rest)}px`
    scrollBy({ top: rest, behavior: "instant" })
  }
}
