import { copied, walkEmbeds } from '../walks/embeds.ts'

walkEmbeds(copied.slice(0, 1))
