// A sentence with a count in it, in the page's language.
export function counted(count, one, other) {
  const plural = new Intl.PluralRules(document.documentElement.lang).select(count)
  return plural === "one" ? one : other.replace("#", count)
}

// Said to whoever listens to the page rather than looks at it, when they are ready.
export function polite(sentence) {
  document.getElementById("polite").textContent = sentence
}
