/** Text for people, in each language the product speaks. */
export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>
