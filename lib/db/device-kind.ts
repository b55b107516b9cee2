import bowser from "bowser"

export type DeviceKind = "desktop" | "phone" | "tablet" | "script" | "unknown"

/** What kind of device a user agent speaks of, kept beside it so that the database can filter by it. */
export function deviceKindOf(userAgent: string | null): DeviceKind {
  if (!userAgent) return "unknown"
  const { platform, os } = bowser.parse(userAgent.slice(0, 1_000))
  const { type } = platform
  if (type === "desktop" || type === "tablet") return type
  if (os.name === "Chrome OS") return "desktop"
  if (type === "mobile") return "phone"
  return /^[\w.-]+\/[\d.]/.test(userAgent) && !userAgent.startsWith("Mozilla/")
    ? "script"
    : "unknown"
}
