import ipaddr from "ipaddr.js"

const maxAddressLength = 45
/** With brackets, a zone and a port. Of what is longer the zone goes first: to look for a port takes time. */
const maxTextLength = 120

/**
 * A network address in its one spelling (RFC 5952), or null where the text is none.
 *
 * An IPv4 address in the dress of IPv6 is the IPv4 address. A port and a zone are left out: the one is
 * another with each connection, the other means something on one machine alone.
 */
export function parseNetworkAddress(text: string): string | null {
  const short = text.length > maxTextLength ? withoutZone(text) : text
  if (short.length > maxTextLength) return null
  const bare = withoutZone(withoutPort(short.trim()))
  if (bare.length > maxAddressLength) return null
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return bare
  if (!bare.includes(":") || !ipaddr.IPv6.isValid(bare)) return null
  const address = ipaddr.IPv6.parse(bare)
  return address.isIPv4MappedAddress()
    ? address.toIPv4Address().toString()
    : address.toRFC5952String()
}

/**
 * The networks that an address is counted with, the narrower first: an IPv4 address by itself; an IPv6
 * address with its /64, since a client that has one of those has them all, and with its /48, which is as much as
 * one customer is given.
 */
export function networksOf(address: string): { readonly network: string; readonly site?: string } {
  if (!ipaddr.IPv6.isValid(address)) return { network: address }
  const prefix = (bits: number) =>
    `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
  return { network: prefix(64), site: prefix(48) }
}

/** Whether an address can lie somewhere on a map, and means more than something in its own network. */
export function isGlobalAddress(address: string): boolean {
  return ipaddr.isValid(address) && !local.has(ipaddr.process(address).range())
}

const local = new Set<string>([
  "broadcast",
  "carrierGradeNat",
  "linkLocal",
  "loopback",
  "multicast",
  "private",
  "uniqueLocal",
  "unspecified",
])

/** "192.0.2.1:50000", "[2001:db8::1]:50000", "::ffff:192.0.2.1:50000"; of a bare IPv6 address no group is a port. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1]
  return bracketed ?? text.replace(/^([^%]*\d\.\d[^%:]*):\d{1,5}$/, "$1")
}

const withoutZone = (text: string) => text.split("%", 1)[0] ?? ""
