/**
 * The network that an address is counted with: an IPv4 address by itself, an IPv6 address with its
 * /64, since whoever has one of those has them all.
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address
  const [head = "", tail] = address.split("::", 2)
  const [before, after] = [groups(head), groups(tail ?? "")]
  const omitted = tail === undefined ? 0 : 8 - before.length - after.length
  const whole = [...before, ...new Array<string>(Math.max(omitted, 0)).fill("0"), ...after]
  return `${whole.slice(0, 4).map(withoutZeros).join(":")}::/64`
}

/** The last two groups may be written as an IPv4 address. */
function groups(text: string): string[] {
  return text === ""
    ? []
    : text.split(":").flatMap((group) => (group.includes(".") ? [group, ""] : [group]))
}

const withoutZeros = (group: string) => group.replace(/^0+(?=.)/, "")
