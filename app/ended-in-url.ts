import { endablePurposes, type RevocationCount } from "log-out-everywhere"

/** Counts by purpose as an address tells them to the page that an act leads to: "session.2-api.1". */
export const endedInUrl = (ended: RevocationCount): string =>
  Object.entries(ended)
    .map(([purpose, count]) => `${purpose}.${count}`)
    .join("-")

/** Reads them back. An address bar holds anything: what are no counts counts nothing. */
export function endedFromUrl(text: unknown): RevocationCount {
  const parts = typeof text === "string" ? text.split("-") : []
  const counts = parts.flatMap((part) => {
    const [name, count = ""] = part.split(".")
    const purpose = endablePurposes.find((each) => each === name)
    return purpose && /^\d{1,6}$/.test(count) ? [[purpose, Number(count)] as const] : []
  })
  return Object.fromEntries(counts)
}
