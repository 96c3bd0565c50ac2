import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Answer, Region } from '#web/api.ts'
import { RegionStanding } from './region-standing.tsx'

test('a region without lead indicators has no table of them', () => {
  const standing = { leads: [], sources: [], newest: '2024', zone: null } as unknown as Answer<'standing'>
  const region = { code: '520100' } as Region
  const html = renderToStaticMarkup(
    <RegionStanding region={region} standing={standing} names={{ indicators: [], regions: [] }} />,
  )
  expect(html).toBe('')
})
