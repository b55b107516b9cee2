/** What every server action is called with, so that nothing but the thing under test is missing. */
import { NextResponse } from "next/server"
import { keepLink, linkFields } from "@/lib/auth/cookies/link-cookie"
import { renderedForField } from "@/lib/rendered-for"
import type { LinkPurpose } from "@/lib/users/mailed-link"
import { addPerson, issueTo, type Person, somePassword, type World } from "@/test/world/people"
import { arrive } from "./fake-request"

/** With every field that some form has, out of a page that was rendered for this person. */
export async function answeredForm(
  world: World,
  { id, email }: Person,
  more: Readonly<Record<string, string>> = {},
): Promise<FormData> {
  const other = await addPerson(world)
  const { token } = await issueTo(world, other)
  const fields = {
    [renderedForField]: id,
    ...{ user: other.id, role: "admin", to: "disabled", reason: "", name: "Ben", email },
    ...{
      token: token.id,
      tokenId: token.id,
      tokenIds: token.id,
      addOn: "log_out_everywhere",
      days: "30",
    },
    ...{ phrase: "log everyone out", reach: "sessions", provider: "oidc", providerAccountId: "1" },
    ...{ newEmail: `new-${email}`, newPassword: "harbor demo lantern" },
    ...{ newPasswordAgain: "harbor demo lantern", password: somePassword, scope: "everywhere" },
    ...{ theme: "dark", ...more },
  }
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  return form
}

/** Where any act would write. */
const tables = [`"User"`, "log_out_everywhere.token", `"OutboxMail"`, `"AuditEvent"`]

/** Every row that is there, as text: so many are compared in no time. */
export async function everythingWritten(
  { sql }: World,
  { isIn = tables, but = [] }: { isIn?: readonly string[]; but?: readonly string[] } = {},
): Promise<string[]> {
  const rows = isIn.map(
    (table) =>
      `SELECT '${table} ' || (to_jsonb(row) - $1::text[])::text AS text FROM ${table} AS row`,
  )
  const found = await sql<{ text: string }>(`${rows.join(" UNION ALL ")} ORDER BY text`, [but])
  return found.map(({ text }) => text)
}

/** The same without what tells of the use of a session, and of a refusal. */
export const everythingButUse = (world: World) =>
  everythingWritten(world, {
    isIn: tables.filter((table) => table !== `"AuditEvent"`),
    but: ["lastActiveAt", "idleAt"],
  })

/** What the browser has of a mailed link that this action needs, and what its page's form says of it. */
export async function openLinkOf(world: World, person: Person, action: string) {
  const purpose = linkOf.get(action)
  if (!purpose) return { cookies: {}, fields: {} }
  const { secret } = await issueTo(world, person, { purpose })
  const response = new NextResponse()
  await keepLink(response, purpose, secret)
  const cookies = Object.fromEntries(
    response.cookies.getAll().map(({ name, value }) => [name, value]),
  )
  arrive({ cookies })
  return { cookies, fields: await linkFields(purpose) }
}

const linkOf: ReadonlyMap<string, LinkPurpose> = new Map([
  ["confirmEmailAction", "email_change"],
  ["invitationPasswordAction", "invitation"],
  ["logInByLinkAction", "magic_link"],
  ["reportAction", "report"],
  ["resetPasswordAction", "password_reset"],
  ["undoEmailChangeAction", "email_change_undo"],
])

/** How the framework is told to refuse, by its own word for it. */
export async function digestOf(action: unknown, form: FormData): Promise<string> {
  const call = asAction(action)
  const error: unknown = await call({ status: "idle" }, form).catch((thrown) => thrown)
  return error instanceof Error && "digest" in error
    ? String(error.digest)
    : `not refused: ${error}`
}

export const asAction = (exported: unknown) =>
  exported as (state: unknown, form: FormData) => Promise<unknown>
