import { walkContract } from '../walks/contract.ts'

walkContract(({ fixed }) => ![undefined, 'compare'].includes(fixed['question']))
