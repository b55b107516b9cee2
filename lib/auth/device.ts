import bowser from "bowser"
import { type DeviceKind, deviceKindOf } from "@/lib/db/device-kind"

export interface DescribedDevice {
  /** "Firefox on Linux"; an unknown part is called unknown, never guessed. */
  readonly title: string
  readonly kind: DeviceKind
}

export function describeDevice(userAgent: string | null): DescribedDevice {
  const kind = deviceKindOf(userAgent)
  if (!userAgent) return { title: "Unknown device", kind }

  const { browser, os } = bowser.parse(userAgent)
  const script = kind === "script" ? nameOf(userAgent.split("/")[0]) : undefined
  const browserName = nameOf(browser.name) ?? script
  if (browserName && os.name) return { title: `${browserName} on ${os.name}`, kind }
  return {
    title: browserName ?? (os.name ? `Unknown browser on ${os.name}` : "Unknown device"),
    kind,
  }
}

/** Every browser says that it is Mozilla; one that says no more has no name. A client may say pages of it. */
function nameOf(browser = ""): string | undefined {
  const name = browser.trim().slice(0, longestName)
  return name === "" || name === "Mozilla" ? undefined : name.replace(/ for Android$/, "")
}

const longestName = 60
