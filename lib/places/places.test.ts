import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { createLog } from "@/lib/log"
import { type PlaceFile, placeFile } from "@/scripts/launch/place-writer"
import { samplePlaces, writeSamplePlaces } from "@/scripts/launch/sample-places"
import { openPlaces } from "./open"

const folder = mkdtempSync(path.join(tmpdir(), "loe-places-"))
afterAll(() => rmSync(folder, { recursive: true }))

let logged: Record<string, unknown>[]
beforeEach(() => {
  logged = []
})
const log = () => createLog("info", { write: (line) => logged.push(JSON.parse(line)) })

let files = 0
function write(content: PlaceFile | Buffer | string): string {
  const file = path.join(folder, `${files++}.mmdb`)
  const isPlain = typeof content === "string" || Buffer.isBuffer(content)
  writeFileSync(file, isPlain ? content : placeFile(content))
  return file
}

async function opened(file: string) {
  const places = await openPlaces({ file, credit: null }, log())
  places.stop()
  return places
}

const city = (networks: PlaceFile["networks"], ipVersion?: 4 | 6) =>
  opened(write({ type: "Test-City", networks, ...(ipVersion && { ipVersion }) }))

const town = samplePlaces["192.0.2.0/25"] ?? ""
const uppsala = { city: "Uppsala", country: "Sweden" }

describe("an address lies where the database says", () => {
  test.each([
    ["192.0.2.0", uppsala],
    ["192.0.2.127", uppsala],
    ["192.0.2.128", { city: "Gothenburg", country: "Sweden" }],
    ["203.0.113.200", { city: "Montréal", country: "Canada" }],
    ["2001:db8:1f::7", { city: null, country: "Norway" }],
    ["203.0.113.0/24", { city: "Kraków", country: "Poland" }],
    ["2001:db8:1234::/48", { city: null, country: "Norway" }],
    ["10.0.0.0/24", null],
    ["192.0.3.1", null],
    ["2001:db9::1", null],
    ["no address", null],
  ])("%s", async (address, place) => {
    const places = await opened(writeSamplePlaces(folder))
    expect(places.find(address, "en-GB")).toEqual(place)
  })
})

describe("a network that is on no map has no place, whatever the database says", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.7.7",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "::",
    "::1",
    "fe80::1",
    "fd00::7",
    "::ffff:10.0.0.1",
  ])("%s", async (address) => {
    const places = await city({ "::/1": town, "8000::/1": town })
    expect(places.find("198.51.100.7", "en-GB")).toEqual(uppsala)
    expect(places.find(address, "en-GB")).toBeNull()
  })
})

test("a database of IPv4 alone says nothing of IPv6", async () => {
  const places = await city({ "0.0.0.0/1": town }, 4)
  expect(places.find("1.1.1.1", "en-GB")).toEqual(uppsala)
  expect(places.find("2001:4860::1", "en-GB")).toBeNull()
})

describe("a file that cannot be used is refused in a sentence that names the setting", () => {
  const whole = placeFile({ type: "Test", networks: { "192.0.2.0/24": town } })

  test.each([
    ["a file that is not there", path.join(folder, "none.mmdb"), "there is no such file"],
    ["a folder", folder, "it is a folder"],
    ["another kind of file", write("city,country\nUppsala,Sweden\n"), "not a MaxMind database"],
    ["an empty file", write(""), "not a MaxMind database"],
    ["half a file", write(whole.subarray(0, whole.length / 2)), "not a MaxMind database"],
    [
      "one of networks",
      write({ type: "GeoLite2-ASN", networks: { "192.0.2.0/24": "x" } }),
      "no places",
    ],
  ])("%s", async (_, file, why) => {
    const message = await opened(file).then(
      () => "it was opened",
      (error: Error) => error.message,
    )
    expect(message).toContain(`PLACE_DATABASE names ${file}, which`)
    expect(message).toContain(why)
  })
})

test("a file that replaces another is read; one that cannot be read leaves the other in use", async () => {
  const file = write({ type: "DBIP-City-Lite", networks: { "192.0.2.0/24": town } })
  const places = await opened(file)
  const place = () => places.find("192.0.2.1", "en-GB")
  expect(place()).toEqual(uppsala)
  expect(places.credit?.text).toBe("IP Geolocation by DB-IP")

  const lyon = { city: "Lyon", country: "France" }
  renameSync(write({ type: "GeoLite2-City", networks: { "192.0.2.0/24": lyon } }), file)
  await places.look()
  expect(place()).toEqual(lyon)
  expect(places.credit?.text).toContain("MaxMind")

  renameSync(write("half of something"), file)
  await places.look()
  await places.look()
  expect(place()).toEqual(lyon)
  expect(logged.filter(({ level }) => level === 50)).toMatchObject([
    { problem: expect.stringContaining("PLACE_DATABASE") },
  ])

  rmSync(file)
  await places.look()
  expect(place()).toEqual(lyon)
})

test("a broken record is no place, and told once", async () => {
  const bytes = placeFile({ type: "Test", networks: { "192.0.2.0/24": "broken" } })
  // An extended type that there is none of.
  bytes.fill(0, bytes.indexOf("broken") - 1, bytes.indexOf("broken") + 6)
  const places = await opened(write(bytes))
  expect(places.find("192.0.2.1", "en-GB")).toBeNull()
  expect(places.find("192.0.2.2", "en-GB")).toBeNull()
  expect(logged.filter(({ level }) => level === 50)).toHaveLength(1)
})

describe("the credit line is what the licence asks for", () => {
  test.each([
    ["DBIP-City-Lite", "IP Geolocation by DB-IP"],
    ["DBIP-Country-Lite", "IP Geolocation by DB-IP"],
    ["GeoLite2-City", "GeoLite Data created by MaxMind"],
    ["ipinfo ipinfo_lite.mmdb", "IPinfo"],
    ["GeoIP2-City", null],
  ])("of %s", async (type, text) => {
    const { credit } = await opened(write({ type, networks: { "192.0.2.0/24": town } }))
    if (text === null) expect(credit).toBeNull()
    else expect(credit?.text).toContain(text)
    expect(logged.some(({ msg }) => String(msg).includes("PLACE_CREDIT"))).toBe(text === null)
  })

  test("unless the operator writes another", async () => {
    const file = write({ type: "DBIP-City-Lite", networks: { "192.0.2.0/24": town } })
    const credit = { text: "Places by us", href: null }
    const places = await openPlaces({ file, credit }, log())
    places.stop()
    expect(places.credit).toEqual(credit)
  })
})
