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
  const script = kind === "script" ? userAgent.split("/")[0] : undefined
  const browserName = browser.name || script
  if (browserName && os.name) return { title: `${browserName} on ${os.name}`, kind }
  return {
    title: browserName ?? (os.name ? `Unknown browser on ${os.name}` : "Unknown device"),
    kind,
  }
}
