import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { LanguageProvider } from '#web/components/language-provider.tsx'
import { ReviewApp } from './review-app.tsx'
import '#web/styles/base.css'
import '#web/styles/controls.css'
import '#web/styles/dialog.css'
import '#web/styles/states.css'
import './review.css'

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
})

const root = document.getElementById('root')
if (!root) throw new Error('review.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Router>
        <LanguageProvider>
          <ReviewApp />
        </LanguageProvider>
      </Router>
    </QueryClientProvider>
  </StrictMode>,
)

void import('@fontsource-variable/noto-sans-sc/index.css')
