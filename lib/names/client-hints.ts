import { cutLine } from "./line"

/** What Client Hints tell that a user agent does not. `Accept-CH` in next.config.js asks for them. */
export interface Hints {
  readonly brand: string | null
  readonly system: string | null
  readonly model: string | null
}

/** Browsers whose user agent is Chrome's, to the letter or nearly so. */
const brands = ["Brave", "DuckDuckGo", "Microsoft Edge", "Opera", "Vivaldi", "Samsung Internet"]

const maxUserAgentLength = 1_000
const maxModelLength = 30

/**
 * The user agent as it is kept: readable, bounded, and with what the hints add written behind it, so that
 * one text says all that a client said of itself.
 */
export function keptUserAgent(header: (name: string) => string | null): string | null {
  const text = cutLine(decoded(header("user-agent") ?? ""), maxUserAgentLength)
  if (text === "") return null
  const { brand, system, model } = readHints(header)
  const parts = [brand && `brand=${brand}`, system && `system=${system}`, model && `model=${model}`]
  const added = parts.filter((each) => each !== null)
  return added.length > 0 ? `${text} Hints (${added.join("; ")})` : text
}

/** The hints that were written behind a user agent. */
export function hintsIn(userAgent: string): Hints {
  const written = / Hints \(([^()]*)\)$/.exec(userAgent)?.[1] ?? ""
  const said = (name: string) =>
    written
      .split("; ")
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1) || null
  const [brand, system] = [said("brand"), said("system")]
  return {
    brand: brand && brands.includes(brand) ? brand : null,
    system: system === windows11 ? system : null,
    model: said("model"),
  }
}

const windows11 = "Windows 11"

function readHints(header: (name: string) => string | null): Hints {
  const listed = header("sec-ch-ua") ?? ""
  const version = Number.parseInt(unquoted(header("sec-ch-ua-platform-version")), 10)
  const isWindows11 = unquoted(header("sec-ch-ua-platform")) === "Windows" && version >= 13
  const model = unquoted(header("sec-ch-ua-model")).replace(/[^\p{L}\p{N} .+_-]/gu, "")
  return {
    brand: brands.find((brand) => listed.includes(`"${brand}"`)) ?? null,
    // The user agent of every Windows since 2015 says 10.
    system: isWindows11 ? windows11 : null,
    model: cutLine(model, maxModelLength) || null,
  }
}

const unquoted = (value: string | null) => /^"(.*)"$/.exec(value ?? "")?.[1] ?? ""

/** Node reads a header as Latin-1; a client that wrote UTF-8 meant other letters. */
function decoded(header: string): string {
  if (!/[\u0080-\u00FF]/.test(header) || /[\u0100-\uFFFF]/.test(header)) return header
  const text = Buffer.from(header, "latin1").toString()
  return text.includes("\uFFFD") ? header : text
}
