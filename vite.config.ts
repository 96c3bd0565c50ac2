/// <reference types="vitest/config" />
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, minify, type Plugin, type UserConfig } from 'vite'
import type { TestProjectInlineConfiguration as Project } from 'vitest/config'
import { paletteRules } from './server/charts/palette.ts'

/** What pictures are made of; all else of ours a page may need before it draws. */
const isDrawn = /\/server\/charts\/(?:(?:axes|drawings|marks)\/|(?:palette|chart-option)\.ts)/
const isSaid = (id: string) => /\/(?:data|server|web)\//.test(id) && !isDrawn.test(id)

const server = `http://localhost:${process.env['PORT'] ?? 8787}`

/** Ends what hangs, on a busy machine too. How fast something is, the benchmarks say. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

const built = {
  emptyOutDir: true,
  target: 'es2022',
  // Fonts as data addresses would be refused by our own content security policy.
  assetsInlineLimit: (file: string) => (file.endsWith('.woff2') ? false : undefined),
  // ECharts itself is larger than the warning, and arrives after everything else.
  chunkSizeWarningLimit: 600,
}

/** The pages of the public server. */
const pages: UserConfig = {
  build: {
    ...built,
    outDir: 'dist',
    // Browsers that do not preload modules fetch them later.
    modulePreload: { polyfill: false },
    // Few files, or each is packed without knowing the words of the others.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            // Apart from how we draw, which changes more often.
            { name: 'engine', test: /\/node_modules\/(?:echarts|zrender)\//, priority: 3 },
            { name: 'common', test: isSaid, minShareCount: 4, priority: 2 },
            { name: 'draw-parts', test: isDrawn, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [react(), palette(), pageCode(), scriptsForOthers(), packed()],
}

/** The page of `npm run review`, outside the folder of those pages: the public server never has it. */
const reviewPage: UserConfig = {
  build: {
    ...built,
    outDir: '../data/build/review',
    rolldownOptions: { input: join(import.meta.dirname, 'web/review/review.html') },
  },
  plugins: [react(), palette()],
}

export default defineConfig(({ mode }) => ({
  root: 'web',
  cacheDir: '../node_modules/.vite',
  ...(mode === 'review' ? reviewPage : pages),
  // A slash behind `api`, or the proxy would swallow the module api.ts.
  server: {
    proxy: {
      '^/api/': server,
      '^/charts/': server,
      '^/brief\\.': server,
      '^/docs': server,
      '^/oembed': server,
      '/openapi.json': server,
      '/healthz': server,
    },
  },
  test: {
    // More than there are cores: many wait for a process, a browser or the disk.
    maxWorkers: '150%',
    // A test belongs to the project of its folder; where files change nothing outside themselves (`isolate: false`), each
    // worker reads our modules once; what each may ask for, tests/architecture/projects.test.ts says.
    projects: [
      project('parts', {
        include: [
          '{data,etl,server,web}/**/*.test.{ts,tsx}',
          'tests/architecture/**/*.test.ts',
          'tests/*.test.ts',
        ],
        isolate: false,
      }),
      project('database', {
        include: ['tests/{api,exports}/**/*.test.ts'],
        isolate: false,
        benchmark: { include: ['tests/bench/**/*.bench.ts'] },
        globalSetup: [setup('built-database.ts')],
      }),
      project('browser', {
        include: ['tests/e2e/**/*.test.ts'],
        isolate: false,
        globalSetup: [setup('running-site.ts')],
      }),
      // Not of `npm test`: what needs more than Node (tests/full/tools.ts), and walks through everything there is.
      project('full', {
        include: ['tests/full/**/*.test.ts'],
        globalSetup: [setup('built-database.ts'), setup('running-site.ts')],
      }),
    ],
  },
}))

/** Tests of the whole checkout; without benchmarks unless it says which. */
function project(name: string, test: Project['test']): Project {
  return { extends: true, test: { name, root: '.', ...patience, benchmark: { include: [] }, ...test } }
}

function setup(file: string): string {
  return join(import.meta.dirname, 'tests/support', file)
}

/** Writes the colours of the charts into the page, so that they have one source. */
function palette(): Plugin {
  return {
    name: 'palette',
    transformIndexHtml: () => [{ tag: 'style', children: paletteRules(), injectTo: 'head-prepend' }],
  }
}

/** The script that others put into their pages, as small as it can be. */
function scriptsForOthers(): Plugin {
  let folder = ''
  return {
    name: 'scripts-for-others',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    writeBundle: async () => {
      const file = join(folder, 'embed.js')
      const { code, errors } = await minify(file, await readFile(file, 'utf8'))
      if (errors.length > 0) throw new Error(`embed.js: ${errors[0]?.message}`)
      await writeFile(file, code)
    },
  }
}

const drawing = 'components/chart/plot.tsx'
const overTime = [
  drawing,
  'chart-drawings/draw-trend.ts',
  'chart-drawings/draw-yearly.ts',
  'chart-drawings/draw-columns.ts',
]
/** The modules that pages fetch one after the other, by their address, by how it begins, or by what it asks. */
const modulesOfPages = {
  '/': ['pages/overview.tsx'],
  '/indicators': ['pages/indicator.tsx', ...overTime],
  '/indicators/*': ['pages/indicator.tsx', ...overTime],
  '/regions': [
    'pages/regions.tsx',
    drawing,
    'chart-drawings/draw-tiles.ts',
    'chart-drawings/draw-ranking.ts',
  ],
  '/regions/*': ['pages/region.tsx'],
  '/targets': ['pages/targets.tsx'],
  '/sources': ['pages/sources.tsx'],
  '/sources/*': ['pages/source.tsx'],
  '/checks': ['pages/checks.tsx'],
  '/brief': ['pages/brief.tsx'],
  '/embed': ['pages/embed.tsx', drawing],
  '?lang=en': ['messages/en.ts'],
}

/** Writes which files these modules became, so that the server can name them all at once: `server/page-code.ts`. */
function pageCode(): Plugin {
  return {
    name: 'page-code',
    // After Vite has taken away the chunks that are but CSS.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? [each] : []))
        const filesOf = (fileName: string): string[] => {
          const chunk = chunks.find((each) => each.fileName === fileName)
          return chunk
            ? [...chunk.imports.flatMap(filesOf), ...(chunk.viteMetadata?.importedCss ?? []), fileName]
            : []
        }
        const entry = chunks.find(({ isEntry }) => isEntry)
        const early = new Set(entry ? filesOf(entry.fileName) : [])
        const files = Object.entries(modulesOfPages).map(([path, modules]) => {
          const owners = modules.map((module) => {
            const owner = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/web/${module}`))
            if (!owner) throw new Error(`the build has no file of its own for ${module}`)
            return owner.fileName
          })
          return [path, [...new Set(owners.flatMap(filesOf))].filter((file) => !early.has(file))]
        })
        this.emitFile({
          type: 'asset',
          fileName: 'page-code.json',
          source: JSON.stringify(Object.fromEntries(files)),
        })
      },
    },
  }
}

/** Puts beside each text of the built pages the same in brotli and in gzip, as small as they make it: `server/page-files.ts` sends it. */
function packed(): Plugin {
  const packers = {
    '.br': promisify(brotliCompress),
    '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
  }
  let folder = ''
  const pack = async (file: string) => {
    const bytes = await readFile(file)
    for (const [ending, make] of Object.entries(packers)) await writeFile(file + ending, await make(bytes))
  }
  return {
    name: 'packed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: async () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      const texts = files.filter((file) => /\.(?:css|html|js|json|svg|txt)$/.test(file))
      await Promise.all(texts.map((file) => pack(join(folder, file))))
    },
  }
}
