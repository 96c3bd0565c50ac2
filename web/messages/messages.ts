import type { Language } from '#data/model/language.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every word of the interface, in the shape of the Chinese catalogue. */
export type Messages = typeof zh

export const messages: Readonly<Record<Language, Messages>> = { zh, en }
