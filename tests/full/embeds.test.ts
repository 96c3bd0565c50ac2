import { copied, walkEmbeds } from '../walks/embeds.ts'

walkEmbeds(copied.slice(1))
