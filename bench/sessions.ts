/** The sample: both JavaScript and SQL can work out session n's secret and person. */
import { createHash } from "node:crypto"

export const origin = "https://bench.example"

export const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36"

export function secretOf(session: number): string {
  return createHash("sha256").update(`session ${session}`).digest("base64url")
}

export function emailOf(session: number): string {
  return `person-${session}@example.com`
}

export function userIdOf(session: number): string {
  const hex = createHash("md5").update(`person ${session}`).digest("hex")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")
}

/** The same, for a statement whose session is the number `n`. */
const digest = "encode(sha256(convert_to('session ' || n, 'UTF8')), 'base64')"
export const secretInSql = `translate(rtrim(${digest}, '='), '+/', '-_')`
export const userIdInSql = "md5('person ' || n)::uuid"
export const emailInSql = "'person-' || n || '@example.com'"

/** The sessions of a sample, and the last one, which is verified too. */
export const sampled = (sample: number, sessions: number) => [
  ...Array.from({ length: sample }, (_, index) => index + 1),
  sessions,
]

/** A browser's request that carries this cookie among others. */
export function requestWith(cookie: string): Headers {
  return new Headers({
    host: new URL(origin).host,
    "x-forwarded-proto": "https",
    accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "accept-language": "en-GB,en;q=0.9",
    "user-agent": userAgent,
    cookie: `theme=dark; ${cookie}`,
  })
}

/** Numbers as if drawn at random, but the same ones in each run. */
export function* randomNumbers(): Generator<number, never> {
  // The minimal standard generator of Park and Miller.
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}
