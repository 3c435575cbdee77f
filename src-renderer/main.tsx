import '@mantine/core/styles.css'
import '@fontsource-variable/inter'
import './app/look/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { askFirst, queryClient } from './app/bridge/client'
import { WindowBoundary } from './app/frame/error-boundary'
import { startI18n } from './app/i18n'
import { cssVariablesResolver, theme } from './app/look/theme'
import { colorSchemeManager } from './app/look/theme-choice'
import { applyZoom } from './app/look/zoom'

async function start(): Promise<void> {
  askFirst()
  applyZoom()
  await startI18n()
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} colorSchemeManager={colorSchemeManager} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <WindowBoundary>
            <App />
          </WindowBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

void start()
