import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import { expect, test, type Reeve } from './support/launch'

const electronProgram = createRequire(__filename)('electron') as string
const project = resolve(__dirname, '..')

/** What the page can reach by itself, without our help. */
async function inPage<T>(reeve: Reeve, code: () => T | Promise<T>): Promise<T> {
  return reeve.page.evaluate(code)
}

test.describe('the window is a cage', () => {
  test('our own protocol, a strict content policy, and nothing else', async ({ launch }) => {
    const reeve = await launch()
    expect(reeve.page.url()).toMatch(/^app:\/\/reeve\//)
    const policy = await inPage(reeve, async () => (await fetch('app://reeve/')).headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    const inline = await inPage(reeve, () => {
      const script = document.createElement('script')
      script.textContent = 'window.intruded = true'
      document.head.append(script)
      return (window as { intruded?: boolean }).intruded ?? false
    })
    expect(inline).toBe(false)
    await expect(inPage(reeve, async () => (await fetch('https://example.com/')).status)).rejects.toThrow()
    await expect(inPage(reeve, async () => (await fetch('file:///etc/hostname')).status)).rejects.toThrow()
    expect(await inPage(reeve, async () => (await fetch('app://reeve/..%2f..%2fpackage.json')).status)).toBe(404)
  })

  test('sandboxed, isolated, without Node', async ({ launch }) => {
    const reeve = await launch()
    const found = await inPage(reeve, () => ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in window))
    expect(found).toEqual([])
    const preferences = await reeve.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
        session: { isPersistent(): boolean }
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, persistent: contents.session.isPersistent() }
    })
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, persistent: false })
    expect(await inPage(reeve, () => Object.keys(window.reeve).toSorted())).toEqual([
      'call',
      'host',
      'pathOf',
      'platform',
      'preferences',
      'subscribe',
    ])
  })

  test('goes nowhere and opens nothing', async ({ launch }) => {
    const reeve = await launch()
    const before = reeve.page.url()
    expect(await inPage(reeve, () => window.open('https://example.com/') === null)).toBe(true)
    await inPage(reeve, () => {
      location.href = 'https://example.com/'
    })
    await inPage(reeve, () => {
      const link = document.createElement('a')
      link.href = 'file:///etc/hostname'
      link.target = '_blank'
      document.body.append(link)
      link.click()
    })
    await reeve.page.waitForTimeout(500)
    expect(reeve.page.url()).toBe(before)
    expect(await reeve.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('is permitted nothing', async ({ launch }) => {
    const reeve = await launch()
    expect(await inPage(reeve, () => Notification.requestPermission())).toBe('denied')
    const refused = await inPage(reeve, async () => {
      const attempts = [() => navigator.mediaDevices.getUserMedia({ audio: true }), () => navigator.clipboard.readText()]
      return Promise.all(
        attempts.map((attempt) =>
          attempt().then(
            () => 'allowed',
            () => 'refused',
          ),
        ),
      )
    })
    expect(refused).toEqual(['refused', 'refused'])
  })

  test('host operations refuse what is not in the contract', async ({ launch }) => {
    const reeve = await launch()
    await expect(inPage(reeve, () => window.reeve.host('host.quit' as never, {} as never))).rejects.toThrow()
    await expect(inPage(reeve, () => window.reeve.host('host.set_zoom', { factor: 99 }))).rejects.toThrow()
  })
})

test('REV-04 a page outside opens only as https, once, after the person said yes to the address the host shows', async ({ launch }) => {
  const reeve = await launch()
  const answer = (response: number) =>
    reeve.app.evaluate(({ dialog, shell }, choice) => {
      const seen = globalThis as unknown as { asked: unknown[]; opened: string[] }
      seen.asked ??= []
      seen.opened ??= []
      dialog.showMessageBox = ((_: unknown, asked: { detail?: string }) => {
        seen.asked.push(asked.detail)
        return Promise.resolve({ response: choice, checkboxChecked: false })
      }) as typeof dialog.showMessageBox
      shell.openExternal = (url: string) => Promise.resolve(void seen.opened.push(url))
    }, response)
  const confirm = (url: string) =>
    reeve.page.evaluate(
      (address) => window.reeve.host('host.confirm_external', { url: address, question: 'Open?', open: 'Open', cancel: 'Cancel' }),
      url,
    )
  const open = (url: string) => reeve.page.evaluate((address) => window.reeve.host('host.open_external', { url: address }), url)

  await answer(1)
  expect(await open('https://example.com/form')).toBe(false)
  expect(await confirm('https://example.com/form')).toBe(false)
  expect(await open('https://example.com/form')).toBe(false)
  await answer(0)
  expect(await confirm('http://example.com/form')).toBe(false)
  expect(await confirm('file:///etc/hostname')).toBe(false)
  expect(await confirm('https://müller.example/form')).toBe(true)
  expect(await open('https://müller.example/form')).toBe(true)
  expect(await open('https://müller.example/form')).toBe(false)
  const seen = await reeve.app.evaluate(() => {
    const { asked, opened } = globalThis as unknown as { asked: unknown[]; opened: string[] }
    return { asked, opened }
  })
  expect(seen).toEqual({ asked: ['https://example.com/form', 'https://xn--mller-kva.example/form'], opened: ['https://xn--mller-kva.example/form'] })
})

test('the window’s files are for their owner only, and none holds what it showed', async ({ launch }) => {
  const reeve = await launch()
  await reeve.page.evaluate(() => {
    localStorage.setItem('marker', 'QUOKKA')
    return window.reeve.host('host.remember', { key: 'split.test', value: '"kept"' })
  })
  await reeve.close()
  expect(statSync(reeve.folder).mode & 0o777).toBe(0o700)
  const files = readdirSync(reeve.folder, { recursive: true }).map((name) => join(reeve.folder, String(name)))
  const open = files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true && (statSync(file).mode & 0o077) !== 0)
  expect(open).toEqual([])

  const again = await launch({ folder: reeve.folder })
  const kept = await again.page.evaluate(() => [window.reeve.preferences['split.test'], localStorage.getItem('marker')])
  expect(kept).toEqual(['"kept"', null])
})

test('opens where it was', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 40, width: 1111, height: 777 }))
  await first.page.waitForTimeout(800)
  await first.close()
  const second = await launch({ folder: first.folder })
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
  expect(bounds).toMatchObject({ width: 1111, height: 777 })
})

test('a second start of the same workspace shows the first window; another workspace opens beside it', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  const parameters = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), project, '--workspace', first.folder]
  const said = await new Promise<string>((done) => execFile(electronProgram, parameters, { timeout: 30_000 }, (_, stdout) => done(stdout)))
  expect(said).toContain('already')
  await expect.poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized())).toBe(false)
  const other = await launch()
  expect(other.page.url()).toMatch(/^app:/)
})

test('the desk is restarted when it dies, and calls in flight get a typed answer', async ({ launch }) => {
  const reeve = await launch()
  expect(await reeve.page.evaluate(() => window.reeve.call('workspace.status', {}))).toMatchObject({ ok: true })
  await reeve.page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.reeve.subscribe((event) => event.type === 'desk' && heard.push(event.state))
  })
  const before = await reeve.killDesk()
  await expect.poll(() => reeve.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['lost', 'restarted'])
  expect(await reeve.deskPid()).not.toBe(before)
  expect(await reeve.page.evaluate(() => window.reeve.call('workspace.status', {}))).toMatchObject({ ok: true })
})

test('a reloaded page gets its line to the desk again', async ({ launch }) => {
  const reeve = await launch()
  await reeve.page.reload()
  expect(await reeve.page.evaluate(() => window.reeve.call('workspace.status', {}))).toMatchObject({ ok: true })
})

test('Ctrl+C in the terminal leaves the desk to its handshake', async ({ launch }) => {
  const reeve = await launch()
  await reeve.page.evaluate(() => window.reeve.call('workspace.status', {}))
  const pid = await reeve.deskPid()
  process.kill(pid!, 'SIGINT')
  await reeve.page.waitForTimeout(500)
  expect(await reeve.deskPid()).toBe(pid)
})

test('quitting ends the desk', async ({ launch }) => {
  const reeve = await launch()
  await reeve.page.evaluate(() => window.reeve.call('workspace.status', {}))
  const pid = await reeve.deskPid()
  await reeve.close()
  expect(() => process.kill(pid!, 0)).toThrow()
})
