import type { Language } from '@contract/define'
import type { TemplateText } from '../template'
import { escapeHtml, fill, oneLine, type Mode } from './source'
import { WORDS } from './words'

export interface RenderedText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Who it is from and to, for greeting and signature. */
export interface Frame {
  readonly language: Language
  /** The account's company. */
  readonly greeted: string
  /** The platform's company. */
  readonly signed: string
}

const WIDTH = 76

/**
 * MSG-04: the text and the HTML part of a message. Paragraphs that fill in to nothing are left out, blank lines part paragraphs, lines
 * starting with `- ` form a list. @throws TemplateFault
 */
export function renderText({ subject, body }: TemplateText, values: object, frame: Frame): RenderedText {
  const { language, greeted, signed } = frame
  const { greeting, closing, automatic } = WORDS[language]
  const hello = greeting.replace('%', () => oneLine(greeted))
  const paragraphs = (mode: Mode): string[][] => body.flatMap((source) => paragraphsOf(fill(source, values, mode)))
  const signature = [closing, oneLine(signed)]
  const plain = [[hello], ...paragraphs('text'), signature].map((lines) => lines.map(wrap).join('\n')).join('\n\n')
  const marked = [
    `<p>${escapeHtml(hello)}</p>`,
    ...paragraphs('html').map(markup),
    `<p>${signature.map(escapeHtml).join('<br>\n')}</p>`,
  ].join('\n')
  const title = fill(subject, values, 'text').replace(/\s+/g, ' ').trim()
  return { subject: title, text: `${plain}\n\n-- \n${wrap(automatic)}\n`, html: page(language, title, marked, automatic) }
}

function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]]
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs.filter((lines) => lines.length > 0)
}

function markup(lines: readonly string[]): string {
  const parts: string[] = []
  let items: string[] = []
  let words: string[] = []
  const flush = (): void => {
    if (words.length > 0) parts.push(`<p>${words.join('<br>\n')}</p>`)
    if (items.length > 0) parts.push(`<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`)
    words = []
    items = []
  }
  for (const line of lines) {
    const item = line.startsWith('- ')
    if (item ? words.length > 0 : items.length > 0) flush()
    if (item) items.push(line.slice(2))
    else words.push(line)
  }
  flush()
  return parts.join('\n')
}

function page(language: Language, title: string, body: string, automatic: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
${body}
<hr style="border:0;border-top:1px solid #8888;margin:24px 0 12px">
<p style="font-size:12px;opacity:.75">${escapeHtml(automatic)}</p>
</div>
</body>
</html>
`
}

/** Breaks at spaces; what follows a list mark is indented. A single long word stays whole. */
function wrap(line: string): string {
  const indent = line.startsWith('- ') ? '  ' : ''
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = indent + word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current].join('\n')
}
