/** Prints the code alone, on a page of its own; text only, so nothing in it can run. */
export function printCode(code: string, words: { title: string; text: string }): void {
  const sheet = document.createElement('div')
  sheet.className = 'printed'
  for (const [tag, text] of [
    ['h1', words.title],
    ['p', words.text],
    ['pre', code],
  ] as const) {
    const part = document.createElement(tag)
    part.textContent = text
    sheet.append(part)
  }
  document.body.append(sheet)
  window.print()
  sheet.remove()
}
