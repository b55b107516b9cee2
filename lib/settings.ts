import { z } from "zod"
import { defaultHost, hostAddress, isPlainAndRemote, origin } from "./address-settings"
import { type OfferedLanguages, offeredLanguages } from "./language-settings"
import { type PlaceSettings, placeCredit, placeDatabase, placesOf } from "./place-settings"
import { previousSecrets, secret } from "./secret-settings"
import { databaseUrl, oneOf, whole } from "./setting-kinds"
import { mailFrom, type Smtp, smtpServer } from "./smtp-settings"

/** What the environment says. This file is its one reader; everything else is told. */
export interface Settings {
  readonly databaseUrl: string
  /** The same database without a pooler between, for the connection that listens. */
  readonly directDatabaseUrl: string | undefined
  /** The role that owns the tables. The running app never connects as it. */
  readonly migrationDatabaseUrl: string | undefined
  /** Where people reach the app: an origin, without a path. */
  readonly authUrl: URL
  /** AUTH_SECRET, and after it those of AUTH_SECRET_PREVIOUS. For `lib/keys.ts` alone. */
  readonly authSecrets: readonly [string, ...string[]]
  /** Where to listen; undefined means on every address of the machine. */
  readonly host: string | undefined
  readonly port: number
  /** How many proxies of the operator's own stand before the app. */
  readonly trustedProxyHops: number
  readonly signUp: "closed" | "open"
  /** Whether pages may be shown by what was known of a session a moment ago. */
  readonly sessionCache: "off" | "on"
  readonly providers: {
    readonly google: ProviderKeys | undefined
    readonly github: ProviderKeys | undefined
    readonly oidc: (ProviderKeys & { readonly issuer: string; readonly name?: string }) | undefined
  }
  /** The server that sends the app's mail. Without it, mails wait in the database. */
  readonly smtp: Smtp | undefined
  /** The file that knows where addresses lie. Without it no place is shown. */
  readonly places: PlaceSettings | undefined
  /** Those that a browser may ask for, and first the one for all others. */
  readonly languages: OfferedLanguages
  readonly logLevel: (typeof logLevels)[number]
  readonly isProduction: boolean
}

export interface ProviderKeys {
  readonly clientId: string
  readonly clientSecret: string
}

export type Environment = Readonly<Record<string, string | undefined>>

let known: Settings | undefined

export function settings(): Settings {
  known ??= parseSettings(process.env)
  return known
}

/** Throws one error that names every problem. */
export function parseSettings(env: Environment): Settings {
  const given = withoutEmpty(env)
  const problems = settingsProblems(env)
  if (problems.length > 0) throw new Error(problems.join("\n"))
  const fields = Fields.parse(given)
  return {
    databaseUrl: fields.DATABASE_URL,
    directDatabaseUrl: fields.DIRECT_DATABASE_URL,
    migrationDatabaseUrl: fields.MIGRATION_DATABASE_URL,
    authUrl: fields.AUTH_URL ?? new URL(`http://localhost:${fields.PORT}`),
    authSecrets: [fields.AUTH_SECRET, ...fields.AUTH_SECRET_PREVIOUS],
    host: fields.HOST ?? defaultHost(fields.TRUSTED_PROXY_HOPS),
    port: fields.PORT,
    trustedProxyHops: fields.TRUSTED_PROXY_HOPS,
    signUp: fields.SIGN_UP,
    sessionCache: fields.SESSION_CACHE,
    providers: {
      google: keys(fields.AUTH_GOOGLE_ID, fields.AUTH_GOOGLE_SECRET),
      github: keys(fields.AUTH_GITHUB_ID, fields.AUTH_GITHUB_SECRET),
      oidc: oidcKeys(fields),
    },
    smtp: fields.SMTP_URL && fields.MAIL_FROM && { ...fields.SMTP_URL, from: fields.MAIL_FROM },
    places: placesOf(fields.PLACE_DATABASE, fields.PLACE_CREDIT),
    languages: fields.LANGUAGES,
    logLevel: fields.LOG_LEVEL,
    isProduction: isProduction(given),
  }
}

/** What is missing or unsafe, one sentence each. Empty: the app can start. */
export function settingsProblems(env: Environment): string[] {
  const given = withoutEmpty(env)
  const issues = Fields.safeParse(given).error?.issues ?? []
  return [
    ...issues.map(({ message }) => message),
    ...halfGiven(given),
    ...(isProduction(given) ? unsafeInProduction(given) : []),
  ]
}

/** The same of where to listen alone, for a command that chooses the rest itself. */
export function listeningProblems(env: Environment): string[] {
  const listening = Fields.pick({ HOST: true, PORT: true })
  const issues = listening.safeParse(withoutEmpty(env)).error?.issues ?? []
  return issues.map(({ message }) => message)
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const

const Fields = z.object({
  DATABASE_URL: databaseUrl("DATABASE_URL"),
  DIRECT_DATABASE_URL: databaseUrl("DIRECT_DATABASE_URL").optional(),
  MIGRATION_DATABASE_URL: databaseUrl("MIGRATION_DATABASE_URL").optional(),
  AUTH_URL: origin.optional(),
  AUTH_SECRET: secret,
  AUTH_SECRET_PREVIOUS: previousSecrets,
  HOST: hostAddress.optional(),
  PORT: whole("PORT", 1, 65_535).default(3000),
  TRUSTED_PROXY_HOPS: whole("TRUSTED_PROXY_HOPS", 0, 10).default(0),
  SIGN_UP: oneOf("SIGN_UP", ["closed", "open"]).default("closed"),
  SESSION_CACHE: oneOf("SESSION_CACHE", ["off", "on"]).default("off"),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url("OIDC_ISSUER must be the address of the provider.").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  SMTP_URL: smtpServer.optional(),
  MAIL_FROM: mailFrom.optional(),
  PLACE_DATABASE: placeDatabase.optional(),
  PLACE_CREDIT: placeCredit.optional(),
  LANGUAGES: offeredLanguages,
  LOG_LEVEL: oneOf("LOG_LEVEL", logLevels).default("info"),
})

/** The variables that an operator may set: `.env.example` and `compose.yaml` name each of them. */
export const settingNames = Object.keys(Fields.shape)

/** `NAME=` in a file of settings means that it is not set. */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""))
}

const isProduction = (env: Environment) => env.NODE_ENV === "production"

/** What lacks one of its settings would be missing from the app without a word. */
function halfGiven(env: Environment): string[] {
  return [
    ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
    ["AUTH_GITHUB_ID", "AUTH_GITHUB_SECRET"],
    ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
    ["SMTP_URL", "MAIL_FROM"],
  ].flatMap((names) => {
    const missing = names.filter((name) => env[name] === undefined)
    if (missing.length === 0 || missing.length === names.length) return []
    return [`Set ${missing.join(" and ")} too, or none of ${names.join(", ")}.`]
  })
}

/** Over plain http anyone on the way reads the session cookie, and browsers drop it. */
function unsafeInProduction({ AUTH_URL, OIDC_ISSUER }: Environment): string[] {
  const problems = []
  if (!AUTH_URL) problems.push("Set AUTH_URL to the app's address, like https://app.example.com.")
  else if (isPlainAndRemote(AUTH_URL)) problems.push("AUTH_URL must begin with https://.")
  if (OIDC_ISSUER && isPlainAndRemote(OIDC_ISSUER)) {
    problems.push("OIDC_ISSUER must begin with https://.")
  }
  return problems
}

function keys(clientId?: string, clientSecret?: string): ProviderKeys | undefined {
  return clientId && clientSecret ? { clientId, clientSecret } : undefined
}

function oidcKeys(fields: z.output<typeof Fields>): Settings["providers"]["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = fields
  const client = keys(fields.OIDC_CLIENT_ID, fields.OIDC_CLIENT_SECRET)
  return issuer && client ? { ...client, issuer, ...(name !== undefined && { name }) } : undefined
}
