import type { Credit } from "@/lib/place-settings"

/** What the licences of the free databases ask for, by how their types begin. */
const credits: readonly (readonly [type: RegExp, credit: Credit])[] = [
  // CC BY 4.0, https://db-ip.com/db/lite.php
  [/^DBIP-.*Lite/i, { text: "IP Geolocation by DB-IP", href: "https://db-ip.com" }],
  [
    /^GeoLite2-/i,
    {
      text: "This product includes GeoLite Data created by MaxMind, available from https://www.maxmind.com",
      href: "https://www.maxmind.com",
    },
  ],
  // CC BY-SA 4.0, https://ipinfo.io/lite
  [
    /^ipinfo .*(?:lite|free)/i,
    { text: "IP address data is powered by IPinfo", href: "https://ipinfo.io" },
  ],
]

/** Null where no licence is known to ask for a line: the operator says it then, by PLACE_CREDIT. */
export function creditOf(databaseType: string): Credit | null {
  return credits.find(([type]) => type.test(databaseType))?.[1] ?? null
}
