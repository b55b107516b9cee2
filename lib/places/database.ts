import { readFile, stat } from "node:fs/promises"
import { Reader, type Response } from "mmdb-lib"

/** Reads a MaxMind database whole. Rejects with a sentence that names the setting where that cannot be done. */
export async function readDatabase(file: string) {
  const bytes = await readFile(file).catch(({ code }) => {
    throw new Error(`PLACE_DATABASE names ${file}, which can't be read: ${reasons[code] ?? code}.`)
  })
  const reader = readerOf(bytes)
  const type = reader?.metadata.databaseType
  if (!reader || typeof type !== "string" || !(reader.metadata.nodeCount > 0)) {
    throw new Error(
      `PLACE_DATABASE names ${file}, which is not a MaxMind database (.mmdb), or not a whole one.`,
    )
  }
  if (placeless.test(type)) {
    throw new Error(
      `PLACE_DATABASE names ${file}, which holds no places: it is of the type ${type}. Take one of cities or countries.`,
    )
  }
  // In a tree for IPv4 alone, an IPv6 address would be looked up by its first bits.
  const knows = (address: string) => reader.metadata.ipVersion === 6 || !address.includes(":")
  const find = (address: string): unknown => (knows(address) ? reader.get(address) : null)
  return { type, find }
}

/** What is another text once the file is another one. */
export async function stampOf(file: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(file)
  return [ino, mtimeMs, size].join()
}

function readerOf(bytes: Buffer): Reader<Response> | null {
  try {
    return new Reader(bytes)
  } catch {
    return null
  }
}

const placeless = /\b(?:asn|isp|domain|anonymous|privacy|company|connection|carrier)\b/i

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "the account that serves may not read it",
  EISDIR: "it is a folder",
}
