/** The files of a small app on the door of Next. Its sessions are those of its test, over HTTP. */

export const origin = "https://app.example"

/** By their names. `TEST_WORLD` is where the test answers for `loe` and for the check of a password. */
export const files: Readonly<Record<string, string>> = {
  "package.json": `{ "private": true, "dependencies": {} }`,
  "tsconfig.json": `{ "compilerOptions": { "strict": true, "paths": { "@/*": ["./*"] } } }`,
  "sessions.ts": `
import { next } from "log-out-everywhere/next"
import { redirect } from "next/navigation"

async function call(...called: readonly unknown[]) {
  const body = JSON.stringify(called)
  const answer = await fetch(String(process.env.TEST_WORLD), { method: "POST", body, cache: "no-store" })
  if (!answer.ok) throw new Error("The store is down.")
  return JSON.parse(await answer.text(), (_, value) =>
    /^\\d{4}-\\d\\d-\\d\\dT/.test(value) ? new Date(value) : value)
}
const loe = new Proxy({}, { get: (_, method) => (...given: unknown[]) => call(method, ...given) })
export const verify = (name: unknown, password: unknown) => call("verify", name, password)
export const sessions = next(loe as Parameters<typeof next>[0], {
  origin: "${origin}",
  orElse: (why) => redirect("/login?why=" + why),
})
`,
  "proxy.ts": `
import { sessions } from "./sessions"
export const proxy = sessions.proxy(({ url }) => Response.redirect(new URL("/login?why=proxy", url)))
export const config = { matcher: "/behind" }
`,
  "app/layout.tsx": `
export default function Layout({ children }: { readonly children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  "app/page.tsx": `
import { sessions } from "@/sessions"
export default async function Page() {
  const [{ owner }, again] = await Promise.all([sessions.requireSession(), sessions.gate()])
  return <p id="who">{owner.id === again?.owner.id ? owner.id : "two answers"}</p>
}
`,
  "app/behind/page.tsx": "export default () => <p>behind</p>\n",
  "app/login/page.tsx": `
import { logInAction, logOutAction, logOutEverywhereAction, renameAction } from "./actions"
export default function Page() {
  return <>
    <form action={logInAction}><button>logIn</button></form>
    <form action={logOutAction}><button>logOut</button></form>
    <form action={logOutEverywhereAction}><button>logOutEverywhere</button></form>
    <form action={renameAction}><button>rename</button></form>
  </>
}
`,
  "app/login/actions.ts": `
"use server"
import { redirect } from "next/navigation"
import { sessions, verify } from "@/sessions"

export async function logInAction(form: FormData) {
  const loggedIn = await sessions.logIn(async () => {
    const userId = await verify(form.get("name"), form.get("password"))
    return userId === null ? null : { userId, method: "password" }
  })
  redirect(loggedIn.ok ? "/" : "/login?why=" + loggedIn.failure)
}
export async function logOutAction() {
  const left = await sessions.logOut()
  redirect(left.ok ? "/login" : "/login?why=" + left.failure)
}
export async function logOutEverywhereAction() {
  await sessions.logOutEverywhere()
  redirect("/login")
}
export const renameAction = sessions.action(
  (form) => ({ ok: true, value: String(form.get("name")) }),
  async ({ owner }, name): Promise<void> => redirect("/renamed/" + owner.id + "/" + name),
)
`,
  "app/out/route.ts": `
import { sessions } from "@/sessions"
export async function POST(request: Request) {
  const left = await sessions.web.logOut(request)
  return left.ok ? new Response(null, { headers: left.value }) : new Response(null, { status: 403 })
}
`,
}
