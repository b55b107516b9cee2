import ipaddr from "ipaddr.js"
import { parseNetworkAddress } from "./network-address"

/**
 * A range of network addresses as CIDR writes it, or null where the text is none: one address, a range like
 * "10.77.0.0/16", or the beginning of addresses, like "10.77." or "2001:db8:".
 */
export function parseNetworkRange(text: string): string | null {
  const trimmed = text.trim()
  const address = parseNetworkAddress(trimmed)
  if (address) return `${address}/${address.includes(":") ? 128 : 32}`
  const [start = "", bits = "", ...more] = (beginning(trimmed) ?? trimmed).split("/")
  const network = parseNetworkAddress(start)
  if (!network || !/^\d{1,3}$/.test(bits) || more.length > 0) return null
  const family = network.includes(":") ? ipaddr.IPv6 : ipaddr.IPv4
  const range = `${network}/${bits}`
  return family.isValidCIDR(range)
    ? `${family.networkAddressFromCIDR(range).toString()}/${Number(bits)}`
    : null
}

/** The range of the addresses that begin so. */
function beginning(text: string): string | null {
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){0,2})\.?$/.exec(text)?.[1]
  if (v4 && text.includes(".")) {
    const parts = v4.split(".")
    return `${[...parts, 0, 0, 0].slice(0, 4).join(".")}/${8 * parts.length}`
  }
  const v6 = /^([0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}):?$/i.exec(text)?.[1]
  return v6 && text.includes(":") ? `${v6}::/${16 * v6.split(":").length}` : null
}
