import type { FilterField } from "@/lib/names/token-filter"

const fields = {
  person: "Person",
  role: "Role",
  address: "IP address or range",
  browser: "Browser",
  system: "Operating system",
  device: "Device",
  purpose: "Kind",
  method: "Logged in with",
  since: "Started after",
  until: "Started before",
  idle: "Unused for",
  expires: "Expires within",
  status: "Status",
  reason: "Ended because",
} as const satisfies Record<FilterField, string>

/** What is wrong with a field of a filter, and how it is written. */
const problems = {
  person: "Enter part of an email address, or a person's ID.",
  role: "Use user or admin.",
  address:
    "That isn't an IP address or range. Examples: 192.0.2.7, 192.0.2.0/24, 192.0., 2001:db8::/32.",
  browser: "Enter a browser's name, like Firefox.",
  system: "Enter an operating system's name, like Windows.",
  device: "Use desktop, phone, tablet, script or unknown.",
  purpose: "There's no such kind. Examples: session, api, any.",
  method: "Enter a way to log in, like password, magic_link or google.",
  since:
    "Enter the earliest start time. Examples: 2026-11-28, 2026-11-28T09:30Z, or 24h for 24 hours ago.",
  until:
    "Enter the latest start time. Examples: 2026-11-28, 2026-11-28T09:30Z, or 24h for 24 hours ago.",
  idle: "Enter how long it's been unused. Examples: 30m, 12h, 7d.",
  expires: "Enter how soon it expires. Examples: 30m, 12h, 7d.",
  status: "Use active, idle, expired, revoked or any.",
  reason: "There's no such reason.",
} as const satisfies Record<FilterField, string>

/** Of the filters by which everyone's sessions are found, on pages and on a command line. */
export const desk = {
  fields,
  hints: {
    address: "192.0.2.0/24",
    since: "24h, 2026-11-28",
    until: "24h, 2026-11-28",
    idle: "30m, 12h, 7d",
    expires: "30m, 12h, 7d",
  },
  problems,
  exportHint: "Everything found, as a file. The audit log records it.",
  formats: { csv: "Export as CSV", jsonl: "Export as JSON Lines" },
  tooWide: "The search took too long. Narrow your search: add a person, a status or an IP range.",
} as const
