/** The sample: session n has a secret and a person that both JavaScript and SQL can work out. */
import { createHash } from "node:crypto"

export const origin = "https://bench.example"

export function secretOf(session: number): string {
  return createHash("sha256").update(`session ${session}`).digest("base64url")
}

export function emailOf(session: number): string {
  return `person-${session}@example.com`
}

/** The same two, for a statement whose session is the number `n`. */
export const secretInSql = `translate(rtrim(encode(sha256(convert_to('session ' || n, 'UTF8')), 'base64'), '='), '+/', '-_')`
export const emailInSql = `'person-' || n || '@example.com'`

/** A browser's request that carries this cookie among others. */
export function requestWith(cookie: string): Headers {
  return new Headers({
    host: new URL(origin).host,
    "x-forwarded-proto": "https",
    accept: "text/html,application/xhtml+xml",
    "accept-language": "en-GB,en;q=0.9",
    "user-agent": userAgent,
    cookie: `theme=dark; ${cookie}`,
  })
}

export const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

/** Numbers of sessions as if at random, the same ones in each run. */
export function* randomSessions(count: number): Generator<number, never> {
  let state = 1
  for (;;) {
    // The minimal standard generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647
    yield 1 + (state % count)
  }
}
