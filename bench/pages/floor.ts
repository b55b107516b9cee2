import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

const folder = ".cache/bare-app"

/** What every page of this app has from Next and React, and nothing of ours: a link, a form, a server action. */
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
  "app/actions.js": `"use server"
export async function act() { return null }`,
}

/** Builds a bare page with the Next that is installed, and counts its scripts, compressed as a page's cost is. */
export function measureFloor(): number {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const next = path.resolve("node_modules/next/dist/bin/next")
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const
  execFileSync(process.execPath, [next, "build"], { cwd: folder, env, stdio: "pipe" })
  const page = readFileSync(path.join(folder, ".next/server/app/index.html"), "utf8")
  // A script for browsers without modules is loaded by none that we know.
  const scripts = [...page.matchAll(/<script src="\/_next\/(static\/[^"]+)"(?! noModule)/gi)]
  return scripts.reduce((sum, [, script = ""]) => {
    return sum + gzipSync(readFileSync(path.join(folder, ".next", script))).length
  }, 0)
}
