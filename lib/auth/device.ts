import { type DeviceKind, readClient } from "@/lib/names/client"
import { isolated } from "@/lib/names/isolated"
import { words } from "@/lib/texts/words"

export interface DescribedDevice {
  /** "Firefox on Linux"; an unknown part is called unknown, never guessed. */
  readonly title: string
  readonly kind: DeviceKind
}

/** What stands in quotes is the client's own words: they must not read like ours. */
export function describeDevice(userAgent: string | null): DescribedDevice {
  const t = words("device")
  const { name, isKnown, system, model, kind } = readClient(userAgent)
  const browser = name && (isKnown ? name : quoted(name))
  const place = system && model ? `${system} (${quoted(model)})` : system
  if (browser && place) return { title: t("browserOn", { browser, system: place }), kind }
  return { title: browser ?? (place ? t("unknownBrowser", { system: place }) : t("unknown")), kind }
}

const quoted = (words: string) => `“${isolated(words.replace(/[“”"„«»]/g, "'"))}”`
