import { extname, join, normalize, sep } from 'node:path'
import { ORIGIN } from './content-policy'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export interface PageFile {
  readonly path: string
  readonly type: string
}

/** The file an address of our own protocol stands for, or null: another host, a kind we don't ship, or a way out of the folder. */
export function pageFile(address: string, folder: string): PageFile | null {
  let url: URL
  let name: string
  try {
    url = new URL(address)
    name = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (`${url.protocol}//${url.host}` !== ORIGIN || name.includes('\0') || name.includes('\\')) return null
  const path = normalize(join(folder, name === '/' ? 'index.html' : name))
  const type = TYPES[extname(path)]
  return type === undefined || !path.startsWith(folder + sep) ? null : { path, type }
}
