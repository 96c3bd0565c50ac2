import { createRequire } from 'node:module'

/** The weights that pictures are written in, each a file of Noto Sans SC with all of its 30,890 characters. */
export const weights = [400, 500, 600] as const
export type Weight = (typeof weights)[number]

/** How many units of the font an em has. */
export const em = 1000

const require = createRequire(import.meta.url)
const files = {
  400: () => require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  500: () => require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  600: () => require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
} satisfies Record<Weight, () => string>

/** Where the font of a weight lies: TrueType, 10 MB. */
export const fontFile = (weight: Weight): string => files[weight]()
