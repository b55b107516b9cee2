import fc from "fast-check"
import { expect, test } from "vitest"
import { networksOf, parseNetworkAddress } from "./network-address"

test.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 192.0.2.1 ", "192.0.2.1"],
  ["192.0.2.1:443", "192.0.2.1"],
  ["[192.0.2.1]:443", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1:443", "192.0.2.1"],
  ["[::ffff:192.0.2.1]:443", "192.0.2.1"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["[::1]:443", "::1"],
  ["[2001:db8::9]", "2001:db8::9"],
  ["fe80::1%eth0", "fe80::1"],
  ["[fe80::1%25eth0]:443", "fe80::1"],
  [`fe80::1%${"x".repeat(3_000)}`, "fe80::1"],
  ["64:ff9b::192.0.2.7", "64:ff9b::c000:207"],
  ["", null],
  ["unknown", null],
  ["_hidden", null],
  ["999.0.2.1", null],
  ["010.0.2.1", null],
  ["192.0.2", null],
  ["3221225985", null],
  ["0xc0.0.2.1", null],
  ["192.0.2.1/24", null],
  ["192.0.2.1:", null],
  ["192.0.2.1:123456", null],
  ["[::1", null],
  ["::1]", null],
  ["1::2::3", null],
  ["12345::", null],
  ["example.com", null],
  ["%eth0", null],
  ["<script>", null],
])("%s is the address %s", (text, address) => {
  expect(parseNetworkAddress(text)).toBe(address)
})

test("an IPv6 address has one spelling, which is also that of the URL standard", () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.boolean(), fc.nat(65_535), (address, isUpper, port) => {
      const kept = parseNetworkAddress(isUpper ? address.toUpperCase() : address)
      expect(kept && parseNetworkAddress(kept)).toBe(kept)
      expect(parseNetworkAddress(`[${address}]:${port}`)).toBe(kept)
      const { hostname } = new URL(`http://[${address}]/`)
      if (kept?.includes(":")) expect(`[${kept}]`).toBe(hostname)
    }),
    { numRuns: 1_000 },
  )
})

test("an IPv4 address is the same in the dress of IPv6, with a port and without", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(65_535), (address, port) => {
      for (const text of [address, `::ffff:${address}`, `0:0:0:0:0:FFFF:${address}`]) {
        expect(parseNetworkAddress(text)).toBe(address)
        expect(parseNetworkAddress(`${text}:${port}`)).toBe(address)
      }
    }),
    { numRuns: 500 },
  )
})

test("any other text is no address, or a short one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 5_000 }), (text) => {
      expect((parseNetworkAddress(text) ?? "").length).toBeLessThanOrEqual(39)
    }),
  )
})

test.each([
  ["192.0.2.7", { network: "192.0.2.7" }],
  ["2001:db8:1:2:3:4:5:6", { network: "2001:db8:1:2::/64", site: "2001:db8:1::/48" }],
  ["2001:db8::6", { network: "2001:db8::/64", site: "2001:db8::/48" }],
  ["2001:0db8:0001::6", { network: "2001:db8:1::/64", site: "2001:db8:1::/48" }],
  ["::1", { network: "::/64", site: "::/48" }],
  ["unknown", { network: "unknown" }],
])("%s is counted with %o", (address, networks) => {
  expect(networksOf(address)).toEqual(networks)
})
