import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { FetchFailure } from './fetch-failure.ts'

/** What no public site stands at: this machine, its own network, what is reserved (RFC 6890). */
const ranges = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: ['::/127', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
} as const

const blocked = new BlockList()
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const range of ranges[family]) {
    const [net = '', bits] = range.split('/')
    blocked.addSubnet(net, Number(bits), family)
  }
}

/** Whether an IP address is none of the public net. */
function isPrivateAddress(address: string): boolean {
  return blocked.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether the host of an address says by itself that it is private: an IP address, or localhost. */
export function isPrivateHost({ hostname }: URL): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? /(?:^|\.)localhost\.?$/.test(bare) : isPrivateAddress(bare)
}

/** Resolves a name as the connection itself will use it, and refuses a public name that leads to a private address. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const hidden = addresses?.find(({ address }) => isPrivateAddress(address))
    if (error) callback(error, '', 0)
    else if (hidden) callback(new FetchFailure(`${hostname} 指向内部地址 ${hidden.address}，不取`), '', 0)
    else if (options.all) callback(null, addresses)
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}
