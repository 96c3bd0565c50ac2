/** Where a picture is going to stand. */
interface Preset {
  /** In pixels at scale 1. */
  readonly width: number
  /** Left out, as high as the chart and its words need. */
  readonly height?: number
  readonly scale: number
  /** Without title, cautions, source and address: for those who set their own. */
  readonly isPlain?: true
  /** How wide it stands on paper, in centimetres: said in the PNG, so that Word shows it so. */
  readonly centimetres?: number
}

/** 16 cm at 300 dots an inch are 1890 pixels; 1080 pixels are what WeChat shows whole. */
export const presets = {
  page: { width: 960, scale: 2 },
  word: { width: 630, scale: 3, centimetres: 16 },
  slide: { width: 1200, height: 675, scale: 2 },
  wechat: { width: 360, scale: 3 },
  plain: { width: 960, scale: 2, isPlain: true },
} as const satisfies Record<string, Preset>

export const presetOf = (name: keyof typeof presets): Preset => presets[name]
