import { type DeviceKind, readClient } from "@/lib/names/client"
import { isolated } from "@/lib/names/isolated"
import { session } from "@/lib/texts/session"

export interface DescribedDevice {
  /** "Firefox on Linux"; an unknown part is called unknown, never guessed. */
  readonly title: string
  readonly kind: DeviceKind
}

/** What stands in quotes is the client's own words: they must not read like ours. */
export function describeDevice(userAgent: string | null): DescribedDevice {
  const { name, isKnown, system, model, kind } = readClient(userAgent)
  const browser = name && (isKnown ? name : quoted(name))
  const place = system && model ? `${system} (${quoted(model)})` : system
  if (browser && place) return { title: session.browserOn(browser, place), kind }
  const { unknownBrowser, unknownDevice } = session
  return { title: browser ?? (place ? unknownBrowser(place) : unknownDevice), kind }
}

const quoted = (words: string) => `“${isolated(words.replace(/[“”"„«»]/g, "'"))}”`
