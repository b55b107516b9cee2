import type { Exchange } from "./record-traffic"

/** What no page, address, answer or log may contain: collected from a run of the app, then looked for in it. */
export interface Secrets {
  /** Of sessions, as browsers and the app sent them to each other in cookies. */
  readonly ofSessions: ReadonlySet<string>
  /** The app's own: its keys, and the passwords of its database. */
  readonly ofApp: readonly string[]
}

const sessionCookie = /__Host-loe-session=([\w-]{43})(?![\w-])/g
const secretShape = /(?<![\w-])[\w-]{43}(?![\w-])/g
const passwordField =
  /(?:^|&|name="[\w$:]*?)(?:password|newPassword|newPasswordAgain|currentPassword|proof)(?:="?|"\r\n\r\n)([^\r&]{8,})/g
const passwordHash = /\$argon2i?d?\$/

export function sessionSecretsIn({ cookie, setCookies }: Exchange): string[] {
  const lines = [cookie, ...setCookies]
  return lines.flatMap((line) =>
    [...line.matchAll(sessionCookie)].map(([, secret]) => secret ?? ""),
  )
}

/** The passwords that a request carried. */
export function passwordsIn({ sent }: Exchange): string[] {
  return [...sent.matchAll(passwordField)].map(([field, value = ""]) =>
    field.includes("\r\n") ? Buffer.from(value, "latin1").toString() : decoded(value),
  )
}

/** What an answer, or the address that it answers, lets out; none of it is repeated. */
export function leaksOf(exchange: Exchange, secrets: Secrets): string[] {
  const { path, status, answer } = exchange
  const leaks = [
    ...leaksIn(path, secrets).map((what) => `${what} in the address`),
    ...leaksIn(answer, secrets),
    ...(passwordsIn(exchange).some((password) => answer.includes(password))
      ? ["a password that was typed"]
      : []),
  ]
  return leaks.map((what) => `${status} ${path.split("?")[0]}: ${what}`)
}

export function leaksIn(text: string, { ofSessions, ofApp }: Secrets): string[] {
  return [
    ...((text.match(secretShape) ?? []).some((word) => ofSessions.has(word))
      ? ["a session's secret"]
      : []),
    ...(ofApp.some((secret) => text.includes(secret)) ? ["a secret of the app"] : []),
    ...(passwordHash.test(text) ? ["a password's hash"] : []),
  ]
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "))
  } catch {
    return value
  }
}
