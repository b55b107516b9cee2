/**
 * Writes a small database in MaxMind's format, which the demo and the tests read places from.
 *
 * https://maxmind.github.io/MaxMind-DB/ has the format: a binary tree over the bits of the addresses, then the records
 * that its leaves point to, then what the file says of itself. Nothing is shared or compressed here.
 */
import ipaddr from "ipaddr.js"

/** What a record may hold. */
export type PlaceValue = string | number | { readonly [key: string]: PlaceValue }

export interface PlaceFile {
  /** What the file calls itself, like "DBIP-City-Lite". */
  readonly type: string
  /** A record for each network, like "192.0.2.0/25" or "2001:db8::/32". None lies within another. */
  readonly networks: Readonly<Record<string, PlaceValue>>
  /** 4: a tree that knows no IPv6. */
  readonly ipVersion?: 4 | 6
}

type Node = [left: Node | Buffer | null, right: Node | Buffer | null]

export function placeFile({ type, networks, ipVersion = 6 }: PlaceFile): Buffer {
  const root: Node = [null, null]
  for (const [network, record] of Object.entries(networks)) {
    insert(root, bitsOf(network, ipVersion), encoded(record))
  }
  const nodes = numbered(root)
  const records: Buffer[] = []
  let size = 0
  const pointer = (child: Node[number]) => {
    if (child === null) return nodes.length
    if (Array.isArray(child)) return nodes.indexOf(child)
    records.push(child)
    size += child.length
    return nodes.length + SEPARATOR.length + size - child.length
  }
  const tree = nodes.map((node) => Buffer.concat(node.map((child) => uint(pointer(child), 3))))
  const facts = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_790_000_000,
    database_type: type,
    ip_version: ipVersion,
    node_count: nodes.length,
    record_size: 24,
  }
  return Buffer.concat([...tree, SEPARATOR, ...records, MARKER, encoded(facts)])
}

const SEPARATOR = Buffer.alloc(16)
const MARKER = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1")

/** Of the network alone. An IPv4 network stands in a tree for IPv6 below 96 zeros. */
function bitsOf(network: string, ipVersion: 4 | 6): string {
  const [address, length] = ipaddr.parseCIDR(network)
  const bits = address.toByteArray().map((byte) => byte.toString(2).padStart(8, "0"))
  const above = address.kind() === "ipv4" && ipVersion === 6 ? "0".repeat(96) : ""
  return above + bits.join("").slice(0, length)
}

function insert(root: Node, bits: string, record: Buffer) {
  let node = root
  for (const bit of bits.slice(0, -1)) {
    const child = node[Number(bit)] ?? [null, null]
    if (Buffer.isBuffer(child)) throw new Error("A network lies within another.")
    node[Number(bit)] = child
    node = child
  }
  node[Number(bits.at(-1))] = record
}

/** The root first: the reader begins there. */
function numbered(root: Node): Node[] {
  const nodes = [root]
  for (const node of nodes) nodes.push(...node.filter((child) => Array.isArray(child)))
  return nodes
}

function encoded(value: PlaceValue): Buffer {
  if (typeof value === "string") return field(2, Buffer.byteLength(value), Buffer.from(value))
  if (typeof value === "number") return field(6, 4, uint(value, 4))
  const entries = Object.entries(value)
  return field(7, entries.length, Buffer.concat(entries.flat().map(encoded)))
}

/** The type is in the first three bits, the size in the other five, or in the byte after them. */
function field(type: number, size: number, content: Buffer): Buffer {
  const head = size < 29 ? [(type << 5) | size] : [(type << 5) | 29, size - 29]
  return Buffer.concat([Buffer.from(head), content])
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}
