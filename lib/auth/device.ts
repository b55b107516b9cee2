import bowser from "bowser"
import { type DeviceKind, deviceKindOf } from "@/lib/db/device-kind"
import { session } from "@/lib/texts/session"

export interface DescribedDevice {
  /** "Firefox on Linux"; an unknown part is called unknown, never guessed. */
  readonly title: string
  readonly kind: DeviceKind
}

export function describeDevice(userAgent: string | null): DescribedDevice {
  const kind = deviceKindOf(userAgent)
  const { unknownDevice, unknownBrowser } = session
  if (!userAgent) return { title: unknownDevice, kind }

  const { browser, os } = bowser.parse(userAgent)
  const script = kind === "script" ? nameOf(userAgent.split("/")[0]) : undefined
  const browserName = nameOf(browser.name) ?? script
  if (browserName && os.name) return { title: `${browserName} on ${os.name}`, kind }
  return {
    title: browserName ?? (os.name ? unknownBrowser(os.name) : unknownDevice),
    kind,
  }
}

/** Every browser says that it is Mozilla; one that says no more has no name. A client may say pages of it. */
function nameOf(browser = ""): string | undefined {
  const name = browser.trim().slice(0, longestName)
  return name === "" || name === "Mozilla" ? undefined : name.replace(/ for Android$/, "")
}

const longestName = 60
