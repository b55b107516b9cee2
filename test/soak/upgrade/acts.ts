/** What one of two releases on one database does, and the other has to take in. */
import { hashSecret } from "log-out-everywhere"
import { accountPages } from "@/lib/names/account-pages"
import { renderedForHeader } from "@/lib/rendered-for"
import { HttpClient } from "@/test/http/http-client"
import { submit } from "@/test/http/http-form"
import { openStream } from "@/test/http/live-stream"
import { sessionCookieName } from "@/test/http/session-cookie"
import { askAs, cookieOf } from "@/test/soak/session-at"

export interface Account {
  readonly id: string
  readonly email: string
  readonly password: string
}

export type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** A law, and whether it held. */
export type Judged = readonly [law: string, holds: boolean]

/** The release that acts, and the one that has to know. */
export interface Two {
  readonly acts: string
  readonly knows: string
  /** Whether the one that has to know tells open pages. */
  readonly isLive: boolean
}

export async function logIn(url: string, { email, password }: Account): Promise<string | null> {
  const device = new HttpClient(url)
  await device.logIn({ email, password })
  return device.cookies.get(sessionCookieName) ?? null
}

/** Judges each act at one of them by what the other answers. Afterwards the account has the new password, and no session. */
export async function judge(
  { acts, knows, isLive }: Two,
  sql: Sql,
  account: Account,
  newPassword: string,
): Promise<readonly Judged[]> {
  const after = { ...account, password: newPassword }
  const [here, there] = [await session(acts, account), await session(knows, account)]
  const before = [await askAs(knows, here), await askAs(acts, there)]

  const touched = await touches(acts, sql, there)

  const change = await changePassword(acts, here, account.password, newPassword)
  const changed = [await askAs(knows, there), await askAs(knows, here), await askAs(knows, change)]
  const oldPassword = await logIn(knows, account)
  const one = await session(knows, after)
  const oneBefore = await askAs(knows, one)
  const [row] = await rowsOf(sql, one)
  await asPage(acts, change, account, "DELETE", `sessions/${row?.id}`)
  const oneAfter = await askAs(knows, one)

  const last = await session(knows, after)
  const lastBefore = [await askAs(knows, last), await askAs(knows, change)]
  const stream = isLive
    ? await openStream(`${knows}/api/live`, cookieOf(last), "2001:db8::1")
    : undefined
  await asPage(acts, change, account, "POST", "log-out-everywhere")
  const told = stream && (await Promise.race([stream.endedAt, tooLate()]))
  stream?.close()
  const lastAfter = [await askAs(knows, last), await askAs(knows, change), await askAs(acts, last)]

  return [
    ["a log-in at either is let in at the other", isAll(before, 200)],
    ["a page that one answers is activity in a session of the other's", touched],
    ["a password change ends the other's sessions", changed[0] === 307],
    ["a password change ends its own session's old secret", changed[1] === 307],
    ["a password change keeps its own session", changed[2] === 200],
    ["the old password opens nothing", oldPassword === null],
    [
      "one that is ended was live before, and is refused after",
      oneBefore === 200 && oneAfter === 307,
    ],
    ["log out everywhere finds live sessions", isAll(lastBefore, 200)],
    ["log out everywhere is known to the other", isAll(lastAfter, 307)],
    ...(isLive ? [["the other's open page is told of it", told !== "too late"] as const] : []),
  ]
}

const isAll = (statuses: readonly number[], status: number) =>
  statuses.every((each) => each === status)

async function session(url: string, account: Account): Promise<string> {
  const secret = await logIn(url, account)
  if (!secret) throw new Error(`${url} lets nobody in.`)
  return secret
}

/** The activity that is two minutes old is the present one after a page. */
async function touches(url: string, sql: Sql, secret: string): Promise<boolean> {
  const ago = `"lastActiveAt" = now() - interval '2 minutes'`
  await sql(`UPDATE log_out_everywhere.token SET ${ago} WHERE hash = $1`, [hashSecret(secret)])
  const [before] = await rowsOf(sql, secret)
  await askAs(url, secret)
  const [after] = await rowsOf(sql, secret)
  return before?.isRecent === false && after?.isRecent === true
}

const rowsOf = (sql: Sql, secret: string) =>
  sql<{ id: string; isRecent: boolean }>(
    `SELECT id, "lastActiveAt" > now() - interval '1 minute' AS "isRecent"
     FROM log_out_everywhere.token WHERE hash = $1`,
    [hashSecret(secret)],
  )

/** Answers the session's secret, which the change has replaced. */
async function changePassword(url: string, secret: string, from: string, to: string) {
  const device = deviceWith(url, secret)
  const { body } = await device.ask(accountPages.password)
  const fields = { currentPassword: from, newPassword: to, newPasswordAgain: to }
  await submit(device, accountPages.password, body, "Change password", fields)
  return device.cookies.get(sessionCookieName) ?? ""
}

/** As a script of the app's own pages does. */
async function asPage(url: string, secret: string, { id }: Account, method: string, act: string) {
  const headers = { "Sec-Fetch-Site": "same-origin", [renderedForHeader]: id }
  const { status } = await deviceWith(url, secret).ask(`/api/v1/${act}`, { method, headers })
  if (status !== 200 && status !== 204) throw new Error(`${url}: ${act} was answered ${status}.`)
}

function deviceWith(url: string, secret: string): HttpClient {
  const device = new HttpClient(url)
  device.cookies.set(sessionCookieName, secret)
  return device
}

const tooLate = () =>
  new Promise<"too late">((resolve) => {
    setTimeout(resolve, 5_000, "too late").unref()
  })
