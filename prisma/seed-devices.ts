import type { Random } from "./seed-random"

/** A browser as it presents itself. */
export type UserAgent = string | null

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)"
const chrome = `${webkit} Chrome/148.0.0.0`
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64"
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

export const desktops: readonly UserAgent[] = [
  `${windows}) ${chrome} Safari/537.36`,
  `${windows}) ${chrome} Safari/537.36 Edg/148.0.0.0`,
  `${windows}; rv:151.0) Gecko/20100101 Firefox/151.0`,
  "Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0",
  `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`,
  `${mac} ${chrome} Safari/537.36`,
  `${mac} ${safari} Version/26.1 Safari/605.1.15`,
]

export const phones: readonly UserAgent[] = [
  `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${safari} Version/26.1 Mobile/15E148 Safari/604.1`,
  `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`,
  "Mozilla/5.0 (Android 16; Mobile; rv:151.0) Gecko/151.0 Firefox/151.0",
  `Mozilla/5.0 (Linux; Android 15; SM-S928B) ${webkit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
]

export const tablets: readonly UserAgent[] = [
  `Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) ${safari} Version/17.7 Mobile/15E148 Safari/604.1`,
  `Mozilla/5.0 (Linux; Android 14; SM-X910) ${chrome} Safari/537.36`,
]

export const oddities: readonly UserAgent[] = ["curl/8.14.1", null]

export function anyDevice(random: Random): UserAgent {
  const share = random.below(100)
  if (share < 50) return random.pick(desktops)
  if (share < 85) return random.pick(phones)
  return random.pick(share < 96 ? tablets : oddities)
}

/** From the ranges that are set aside for documentation. */
export function anyAddress(random: Random): string {
  const share = random.below(4)
  if (share === 3) return `2001:db8:${random.below(4096).toString(16)}::${random.below(254) + 1}`
  return `${["192.0.2", "198.51.100", "203.0.113"][share]}.${random.below(254) + 1}`
}
