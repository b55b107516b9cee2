/** The texts of small apps that have installed the package, for its test to run and to compile. */
export const name = "log-out-everywhere"

const body = `
const lifetime = { inactivityTimeoutMs: 3_600_000, maximumLifetimeMs: 43_200_000 }
const lifetimes = everyPurpose({ standard: lifetime }, { device_pairing: { standard: lifetime } })
const policy = { lifetimes, touchIntervalMs: 60_000, freshForMs: 600_000 }
const required = { enabled: true, storeAllTokens: true, requireTokenPresenceForAuthentication: true }
const retention = { endedMs: 7_776_000_000, auditMs: 34_560_000_000 }
const authentication = defineAuthentication({
  tokens: { ...required, policy, retention },
  strategies: { password: { minimumLength: 12 } },
  addOns: [{}],
})
const store = memoryDatabase()
const told = []
const loe = logOutEverywhere({ authentication, store, onAct: (_, act) => void told.push(act.kind) })
store.tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
const request = { userId: "ann", method: "password", device: { address: null, userAgent: null } } as const
const mark = await loe.mark()
const session = await loe.issue({ ...request, purpose: "session", mark })
const pairing = await loe.issue({ ...request, purpose: "device_pairing", mark })
if (!session.ok || !pairing.ok) throw new Error("refused")
const status = async () => {
  const resumed = [
    await loe.resume("session", session.value.secret, { touch: true }),
    await loe.resume("device_pairing", pairing.value.secret, { touch: false }),
  ]
  return resumed.map((each) => (each.ok ? each.value.token.purpose : each.failure)).join()
}
const before = await status()
const ended = await (await loe.logOutEverywhere("ann")).count()
const late = await loe.issue({ ...request, purpose: "session", mark })
`

const imported = `
import { defineAuthentication, everyPurpose, logOutEverywhere } from "${name}"
import { memoryDatabase } from "${name}/testing"
`

const overWeb = `
import { web } from "${name}/web"
const face = web(loe, { origin: "https://app.example" })
const sent = (headers) => new Request("https://app.example", { method: "POST", headers })
const form = { "sec-fetch-site": "same-origin" }
const loggedIn = await face.logIn(sent(form), async () => ({ userId: "ann", method: "password" }))
const cookie = loggedIn.value.headers.get("set-cookie")
const live = (await face.gate(sent({ cookie }))).owner.id
await face.logOutEverywhere(sent({ ...form, cookie }))
console.log(live, await face.gate(sent({ cookie })))
`

const overPostgres = `
import { fromPg, migrations, postgres } from "${name}/postgres"
const sentOff = []
const client = { query: async ({ text }) => (sentOff.push(text), { rows: [] }) }
const users = { table: "User", type: "text", columns: ["plan"] }
const kept = postgres(fromPg({ ...client, connect: async () => client }), { users })
console.log(migrations(users)[0].name, await kept.tokens.findOwner("ann"), sentOff[0].includes('u."plan"'))
`

/** What it prints is what the package has done. */
export const plain = `${imported}${body.replaceAll(" as const", "")}
console.log(before, await status(), ended.device_pairing, late.failure, ...told)
${overWeb}${overPostgres}`

/** Declares its own purpose, and has neither Node's types nor a browser's. */
export const consumer = `${imported}
import { issue, resume } from "${name}"
import type { AuthenticationOptions, TokenHash, TokenPolicy, TokenPurpose, TokenStore } from "${name}"
import { fromPg, type PgPool, postgres } from "${name}/postgres"
import { describeTokenStore, memoryStoreUnderTest, type TestTools } from "${name}/testing"
declare module "${name}" {
  interface TokenPurposes { device_pairing: true }
}
${body.replace("told = []", "told: string[] = []")}
export const typed: TokenPolicy = policy
export const pairs: Extract<TokenPurpose, "device_pairing"> = "device_pairing"
export const bytes = (hash: TokenHash): Uint8Array => hash
export const port: TokenStore = store.tokens
export const judge = (tools: TestTools) => describeTokenStore("mine", memoryStoreUnderTest, tools)
export const make = (tokens: TokenStore) => [issue, resume, tokens]
declare const pool: PgPool
const kept = postgres(fromPg(pool), { users: { table: "User", type: "text", columns: ["plan"], isSet: { isPaid: "paidAt" } } })
const owner = (await kept.tokens.findOwner("ann"))?.owner
export const paid: boolean | undefined = owner?.isPaid
export const plan: unknown = owner?.plan
// @ts-expect-error: a column that was not declared
owner?.name
// @ts-expect-error: ids of a type that no table has them in
postgres(fromPg(pool), { users: { table: "User", type: "cuid" } })
// @ts-expect-error: a purpose that there is not
await loe.resume("sesion", "", { touch: true })
// @ts-expect-error: a purpose of the app's own, misspelt
await loe.issue({ ...request, purpose: "device_paring", mark })
// @ts-expect-error: the same, in a list of what to end
await loe.logOutEverywhere("ann", { purposes: ["device_paring"] })
// @ts-expect-error: a purpose of the app's own that was given no lifetime
everyPurpose({ standard: lifetime })
// @ts-expect-error: nobody has a password, so none can change
export const addOns: Extract<AuthenticationOptions, { strategies: { password?: never } }>["addOns"] = [{ applyOnPasswordChange: true }]
if (!late.ok) late.failure satisfies "changed_meanwhile" | "too_many_sessions"
`

/** For the door that needs React. A token is a session as the list shows it, with a title. */
export const reactConsumer = `
import type { Token } from "${name}"
import { type SessionAct, SessionList, type ShownSession } from "${name}/react"
import { createElement, type ReactElement } from "react"
declare const tokens: readonly Token[]
const sessions: ShownSession[] = tokens.map((token) => ({ ...token, title: "Firefox on Linux" }))
const list = { sessions, currentId: "here", now: new Date() }
const logOut = async (form: FormData) => void form.get("tokenId")
export const plain: ReactElement = createElement(SessionList, { ...list, actions: { logOut, logOutHere: "/log-out" } })
const acts: SessionAct[] = ["logOut"]
export const own: ReactElement = createElement(SessionList, { ...list, acts, renderAct: ({ label }) => label })
// @ts-expect-error: an act that there is not
createElement(SessionList, { ...list, actions: { logOutTwice: logOut } })
// @ts-expect-error: both ways at the same time
createElement(SessionList, { ...list, actions: { logOut }, acts, renderAct: () => null })
`

/** For the doors that need `Request`. */
export const webConsumer = `
import type { LogOutEverywhere, TokenOwner } from "${name}"
import { next } from "${name}/next"
import { web } from "${name}/web"
interface Person extends TokenOwner { readonly email: string }
declare const loe: LogOutEverywhere<Person, { readonly query: string }>
const origin = "https://app.example"
export async function emailOf(request: Request): Promise<string | undefined> {
  return (await web(loe, { origin }).gate(request))?.owner.email
}
const orElse = (why: string): never => { throw new Error(why) }
export const rename = next(loe, { origin, orElse }).action(
  (form) => ({ ok: true, value: form.get("name") }),
  async ({ owner }, name) => owner.email + String(name),
)
const forForms: (state: string, form: FormData) => Promise<string> = rename
const forForm: (form: FormData) => Promise<string> = rename
export const forms = [forForms, forForm]
`
