/// <reference types="vitest/config" />
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { cssVariables, themes } from './server/charts/palette.ts'

const server = `http://localhost:${process.env['PORT'] ?? 8787}`

export default defineConfig({
  root: 'web',
  cacheDir: '../node_modules/.vite',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts as data addresses would be refused by our own content security policy.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    // ECharts itself is larger than the warning, and arrives after everything else.
    chunkSizeWarningLimit: 600,
  },
  plugins: [react(), palette()],
  // A slash behind `api`, or the proxy would swallow the module api.ts.
  server: { proxy: { '^/api/': server, '^/charts/': server, '/openapi.json': server, '/healthz': server } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          root: '.',
          globalSetup: [join(import.meta.dirname, 'tests/support/built-database.ts')],
          include: [
            '{data,etl,server,web}/**/*.test.{ts,tsx}',
            'tests/{api,architecture}/**/*.test.ts',
            'tests/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          root: '.',
          globalSetup: [join(import.meta.dirname, 'tests/support/running-site.ts')],
          include: ['tests/e2e/**/*.test.ts'],
          benchmark: { include: [] },
          testTimeout: 60_000,
        },
      },
    ],
  },
})

/** Writes the colours of the charts into the page, so that they have one source. */
function palette(): Plugin {
  const light = cssVariables(themes.light)
  const dark = cssVariables(themes.dark)
  const css = [
    `:root { color-scheme: light; ${light} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { color-scheme: dark; ${dark} } }`,
    `:root[data-theme='dark'] { color-scheme: dark; ${dark} }`,
    `@media print { :root:root:root { color-scheme: light; ${light} } }`,
  ].join('\n')
  return {
    name: 'palette',
    transformIndexHtml: () => [{ tag: 'style', children: css, injectTo: 'head-prepend' }],
  }
}
