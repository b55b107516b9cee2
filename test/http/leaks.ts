import { accountPages } from "@/lib/names/account-pages"
import type { Exchange } from "./record-traffic"

/** What no page, address, answer or log may contain: collected from a run of the app, then looked for in it. */
export interface Secrets {
  /** Of sessions, as browsers and the app sent them to each other in cookies. */
  readonly ofSessions: ReadonlySet<string>
  /** Of mailed links, as people opened them. */
  readonly ofLinks: ReadonlySet<string>
  /** The app's own: its keys, and the passwords of its database. */
  readonly ofApp: readonly string[]
}

const sessionCookie = /__Host-loe-session=([\w-]{43})(?![\w-])/g
const linkAddress = /^\/link\/\w+\?(?:.*&)?secret=([\w-]{43})(?![\w-])/
const apiToken = /loe_[\w-]{49}(?![\w-])/g
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

/** The secret of the mailed link that a request opened. */
export function linkSecretsIn({ path }: Exchange): string[] {
  return [linkAddress.exec(path)?.[1] ?? []].flat()
}

/** The API tokens that an answer showed, each once. */
export function apiTokensIn({ answer }: Exchange): string[] {
  return [...new Set(answer.match(apiToken))]
}

/** The passwords that a request carried. */
export function passwordsIn({ sent }: Exchange): string[] {
  return [...sent.matchAll(passwordField)].map(([field, value = ""]) =>
    field.includes("\r\n") ? Buffer.from(value, "latin1").toString() : decoded(value),
  )
}

/** What an answer, or the address that it answers, lets out; none of it is repeated. */
export function leaksOf(exchange: Exchange, secrets: Secrets): string[] {
  const { path, status, answer, setCookies } = exchange
  const leaks = [
    ...leaksIn(path, takesLinks(path) ? withoutLinks(secrets) : secrets).map(
      (what) => `${what} in the address`,
    ),
    ...leaksIn(
      withoutShownToken(exchange),
      showsLinks(path, secrets) ? withoutLinks(secrets) : secrets,
    ),
    ...(includesAny(setCookies.join("\n"), secrets.ofLinks) ? ["a link's secret in a cookie"] : []),
    ...(passwordsIn(exchange).some((password) => answer.includes(password))
      ? ["a password that was typed"]
      : []),
  ]
  return leaks.map((what) => `${status} ${path.split("?")[0]}: ${what}`)
}

export function leaksIn(text: string, { ofSessions, ofLinks, ofApp }: Secrets): string[] {
  return [
    ...(includesAny(text, ofSessions) ? ["a session's secret"] : []),
    ...(includesAny(text, ofLinks) ? ["a link's secret"] : []),
    ...(text.match(apiToken) ? ["an API token"] : []),
    ...(ofApp.some((secret) => text.includes(secret)) ? ["a secret of the app"] : []),
    ...(passwordHash.test(text) ? ["a password's hash"] : []),
  ]
}

const includesAny = (text: string, secrets: ReadonlySet<string>) =>
  (text.match(secretShape) ?? []).some((word) => secrets.has(word))

/** A link's own address, and the addresses of NextAuth, to which tests bring secrets in vain. */
const takesLinks = (path: string) => /^\/(?:link|api\/auth)\//.test(path)

/**
 * The demo shows its mails on purpose; elsewhere this page is not there. And an address of NextAuth's
 * that is not written as it should be is answered with the better one, with all that it brought.
 */
const showsLinks = (path: string, { ofLinks }: Secrets) =>
  path.startsWith("/demo/mail") || (path.startsWith("/api/auth/") && includesAny(path, ofLinks))

const withoutLinks = (secrets: Secrets): Secrets => ({ ...secrets, ofLinks: new Set() })

/** The page of API tokens makes one, and its answer shows that one. */
function withoutShownToken(exchange: Exchange): string {
  const [shown, another] = apiTokensIn(exchange)
  const isMade = shown && !another && exchange.path.split("?")[0] === accountPages.apiTokens
  return isMade ? exchange.answer.replaceAll(shown, "") : exchange.answer
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "))
  } catch {
    return value
  }
}
