import { expect, test } from "vitest"
import { clientAddress } from "./client-address"

const SOCKET = "192.0.2.1"

test.each([
  ["without proxies, a forged header changes nothing", SOCKET, "203.0.113.9", 0, SOCKET],
  ["without a header, it is the socket's", SOCKET, undefined, 1, SOCKET],
  ["behind one proxy, it is what that proxy saw", SOCKET, "203.0.113.9", 1, "203.0.113.9"],
  ["what the client claimed is passed over", SOCKET, "10.0.0.1, 203.0.113.9", 1, "203.0.113.9"],
  [
    "behind two, the outer one's word counts",
    SOCKET,
    "1.1.1.1,203.0.113.9,10.0.0.2",
    2,
    "203.0.113.9",
  ],
  ["with fewer entries than proxies, it is the socket's", SOCKET, "203.0.113.9", 2, SOCKET],
  ["garbage is not believed", SOCKET, "203.0.113.9, <script>", 1, SOCKET],
  ["an empty entry is not believed", SOCKET, "203.0.113.9,", 1, SOCKET],
  ["a port is left out", SOCKET, "203.0.113.9:4711", 1, "203.0.113.9"],
  ["a port is left out of IPv6 too", SOCKET, "[2001:DB8::9]:4711", 1, "2001:db8::9"],
  ["IPv4 in the dress of IPv6 is IPv4", "::ffff:192.0.2.1", undefined, 0, SOCKET],
  ["in whichever spelling", "::ffff:c000:201", undefined, 0, SOCKET],
  ["behind a proxy too, with a port", "::1", "::ffff:192.0.2.1:443", 1, SOCKET],
  ["a zone is cut", SOCKET, `fe80::1%${"x".repeat(3_000)}`, 1, "fe80::1"],
  ["IPv6 has one spelling", SOCKET, "2001:DB8:0:0:0:0:0:1", 1, "2001:db8::1"],
  ["IPv6 stays IPv6", "2001:db8::1", undefined, 0, "2001:db8::1"],
  ["a socket that is gone has none", undefined, undefined, 0, undefined],
])("%s", (_, socket, forwardedFor, hops, address) => {
  expect(clientAddress(socket, forwardedFor, hops)).toBe(address)
})
