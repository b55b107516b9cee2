/** An app with the Next that is installed, and nothing of ours. */
import { execFileSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

export const bareApp = ".cache/bare-app"

/** On its page is what every page of ours has from Next and React: a link, a form, a server action. Its route answers a constant. */
const files = {
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`,
  "package.json": `{ "private": true, "type": "module" }`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}`,
  "app/page.jsx": `import Link from "next/link"
import { Form } from "./form"
export default function Page() {
  return <><Link href="/">Bare</Link><Form /></>
}`,
  "app/form.jsx": `"use client"
import { usePathname, useRouter } from "next/navigation"
import { useActionState } from "react"
import { act } from "./actions"
export function Form() {
  const [, action] = useActionState(act, null)
  const router = useRouter()
  return <form action={action} onReset={() => router.refresh()}>{usePathname()}</form>
}`,
  "app/api/bare/route.js": `export const dynamic = "force-dynamic"
const answer = { id: "0".repeat(36), email: "ann@example.com", name: "Ann", role: "user", more: "x".repeat(300) }
export function GET() { return Response.json(answer, { headers: { "Cache-Control": "no-store" } }) }`,
  "app/actions.js": `"use server"
export async function act() { return null }`,
}

export const nextCommand = path.resolve("node_modules/next/dist/bin/next")
export const nextEnvironment = {
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
} as const

export function buildBareApp(): void {
  rmSync(bareApp, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(bareApp, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const options = { cwd: bareApp, env: nextEnvironment, stdio: "pipe" } as const
  execFileSync(process.execPath, [nextCommand, "build"], options)
}
