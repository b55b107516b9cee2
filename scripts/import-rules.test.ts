import { spawnSync } from "node:child_process"
import path from "node:path"
import { expect, test } from "vitest"

test.each([
  ["lib/tokens/issue.ts", "@/lib/users/user"],
  ["lib/tokens/issue.ts", "node:fs"],
  ["lib/tokens/issue.ts", "zod"],
  ["lib/users/log-in.ts", "@/lib/db/stores"],
  ["lib/users/log-in.ts", "@/lib/tokens/policy"],
  ["lib/users/log-in.ts", "next/headers"],
  ["lib/db/token-store.ts", "@/lib/auth/viewer"],
  ["lib/db/token-store.ts", "next/headers"],
  ["lib/db/token-store.ts", "react"],
  ["lib/auth/viewer.ts", "@prisma/client"],
  ["lib/auth/viewer.ts", "@/lib/db/generated/client"],
  ["lib/auth/viewer.ts", "@/components/ui/button"],
  ["auth.ts", "@/app/layout"],
  ["components/session-list.tsx", "@/lib/db/stores"],
  ["components/session-list.tsx", "@/lib/auth/viewer"],
  ["components/session-list.tsx", "@/auth"],
  ["app/login/page.tsx", "@/lib/db/generated/client"],
  ["app/login/page.tsx", "@prisma/client"],
  ["app/login/page.tsx", "@/scripts/demo"],
  ["e2e/log-in.spec.ts", "@/app/login/actions"],
  ["e2e/log-in.spec.ts", "@/lib/db/stores"],
  ["e2e/fixtures.ts", "@/components/session-list"],
  ["lib/mail/outbox.ts", "next/headers"],
])("%s may not import %s", (file, source) => {
  expect(lint(file, `import { it } from "${source}"\n\nit()\n`)).toContain("noRestrictedImports")
})

test.each([
  ["lib/tokens/secret.ts", "node:crypto"],
  ["lib/tokens/secret.ts", "./token"],
  ["lib/users/password.ts", "@/lib/tokens"],
  ["lib/users/password.ts", "@node-rs/argon2"],
  ["lib/db/client.ts", "@prisma/client"],
  ["lib/auth/viewer.ts", "@/lib/db/stores"],
  ["app/login/page.tsx", "@/lib/auth/viewer"],
  ["components/session-list.tsx", "react"],
  ["e2e/fixtures.ts", "@/lib/db/stores"],
])("%s may import %s", (file, source) => {
  expect(lint(file, `import { it } from "${source}"\n\nit()\n`)).not.toContain("lint/")
})

test("the environment is read in lib/settings.ts, not elsewhere in the app", () => {
  const code = "export const isOpen = process.env.SIGN_UP\n"
  expect(lint("lib/auth/sign-up.ts", code)).toContain("noProcessEnv")
  expect(lint("lib/settings.ts", code)).not.toContain("lint/")
})

function lint(file: string, code: string): string {
  const biome = path.resolve("node_modules/@biomejs/biome/bin/biome")
  const command = [biome, "lint", `--stdin-file-path=${file}`]
  const { stdout, stderr } = spawnSync(process.execPath, command, { input: code, encoding: "utf8" })
  return stdout + stderr
}
