import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { ApiFailure } from './api.ts'
import { App } from './app.tsx'
import { LanguageProvider } from './components/language-provider.tsx'
import { inLanguageOfAddress } from './language-of-address.ts'
import { startScrollMemory } from './scroll-memory.ts'
import './styles/index.css'

const minutes = 60_000
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * minutes,
      gcTime: 30 * minutes,
      retry: (count, error) => !(error instanceof ApiFailure && error.status < 500) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
})

const scroll = startScrollMemory()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Router
        hrefs={inLanguageOfAddress}
        aroundNav={(navigate, to, options) =>
          scroll.around({ replace: options?.replace ?? false }, (state) =>
            navigate(inLanguageOfAddress(to), { ...options, state }),
          )
        }
      >
        <LanguageProvider>
          <App />
        </LanguageProvider>
      </Router>
    </QueryClientProvider>
  </StrictMode>,
)

// The fonts of the system come first; where it has no Chinese ones, ours arrive after the page.
void import('@fontsource-variable/noto-sans-sc/index.css')
