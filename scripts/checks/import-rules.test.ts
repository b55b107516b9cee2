import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, expect, test } from "vitest"
import { cruise } from "./cruise"

const refused = [
  ["packages/log-out-everywhere/src/core/issue.ts", "@/lib/users/ports/user"],
  ["packages/log-out-everywhere/src/core/issue.ts", "node:fs"],
  ["packages/log-out-everywhere/src/core/issue.ts", "zod"],
  ["packages/log-out-everywhere/src/core/issue.ts", "../testing/memory-store.ts"],
  ["packages/log-out-everywhere/src/core/issue.ts", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/core/shapes/shape.ts", "../policy.ts"],
  ["packages/log-out-everywhere/src/core/index.ts", "../testing/index.ts"],
  ["packages/log-out-everywhere/src/acts/acts.ts", "../testing/memory-store.ts"],
  ["packages/log-out-everywhere/src/acts/acts.ts", "node:crypto"],
  ["packages/log-out-everywhere/src/react/session-list.tsx", "next/link"],
  ["packages/log-out-everywhere/src/react/session-list.tsx", "react-dom"],
  ["packages/log-out-everywhere/src/react/session-list.tsx", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/react/session-list.tsx", "@/components/acts/act"],
  ["packages/log-out-everywhere/src/testing/memory-store.ts", "vitest"],
  ["packages/log-out-everywhere/src/testing/memory-store.ts", "../web/web.ts"],
  ["packages/log-out-everywhere/src/web/web.ts", "node:http"],
  ["packages/log-out-everywhere/src/web/web.ts", "next/headers.js"],
  ["packages/log-out-everywhere/src/web/web.ts", "../testing/index.ts"],
  ["packages/log-out-everywhere/src/next/next.ts", "next/navigation.js"],
  ["packages/log-out-everywhere/src/next/next.ts", "next-auth"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "../postgres/index.ts"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "../testing/index.ts"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "@auth/core"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "pg"],
  ["packages/log-out-everywhere/src/testing/memory-store.ts", "../../package.json"],
  ["packages/log-out-everywhere/src/live/lease.ts", "node:timers"],
  ["packages/log-out-everywhere/src/live/lease.ts", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/live/lease.ts", "../postgres/index.ts"],
  ["packages/log-out-everywhere/src/page/watch-session.ts", "../live/index.ts"],
  ["packages/log-out-everywhere/src/page/watch-session.ts", "react"],
  ["packages/log-out-everywhere/src/postgres/store.ts", "pg"],
  ["packages/log-out-everywhere/src/postgres/store.ts", "../testing/memory-store.ts"],
  ["packages/log-out-everywhere/src/cli/init.ts", "pg"],
  ["packages/log-out-everywhere/src/cli/init.ts", "../next-auth/index.ts"],
  ["lib/users/log-in.ts", "@/lib/db/users/stores"],
  ["lib/users/log-in.ts", "@/packages/log-out-everywhere/src/core/policy"],
  ["lib/users/log-in.ts", "next/headers"],
  ["lib/db/users/user-store.ts", "@/lib/auth/viewer"],
  ["lib/db/users/user-store.ts", "next/headers"],
  ["lib/db/users/user-store.ts", "react"],
  ["lib/db/users/user-store.ts", "@/packages/log-out-everywhere/src/core/store"],
  ["lib/auth/viewer.ts", "@/packages/log-out-everywhere/src/core/lifecycle"],
  ["app/login/page.tsx", "@/packages/log-out-everywhere/src/core/policy"],
  ["lib/auth/viewer.ts", "@prisma/client"],
  ["lib/auth/viewer.ts", "@/lib/db/generated/client"],
  ["lib/auth/viewer.ts", "@/components/ui/button"],
  ["lib/auth/viewer.ts", "@/lib/api/endpoint"],
  ["auth.ts", "@/app/layout"],
  ["lib/api/endpoint.ts", "@prisma/client"],
  ["lib/api/endpoint.ts", "@/lib/db/generated/client"],
  ["lib/api/endpoint.ts", "@/app/session-view"],
  ["lib/api/endpoint.ts", "@/components/ui/button"],
  ["lib/db/users/user-store.ts", "@/lib/api/endpoint"],
  ["lib/users/log-in.ts", "@/lib/api/endpoint"],
  ["lib/mail/outbox.ts", "next/headers"],
  ["lib/mail/outbox.ts", "@/lib/api/endpoint"],
  ["lib/server/door.ts", "next"],
  ["lib/server/door.ts", "@/lib/auth/request"],
  ["lib/server/door.ts", "@/lib/db/users/stores"],
  ["lib/auth/viewer.ts", "@/lib/server/door"],
  ["app/login/page.tsx", "@/lib/server/door"],
  ["app/login/page.tsx", "@/lib/places/open"],
  ["components/session-list.tsx", "@/lib/server/door"],
  ["server.ts", "@/app/layout"],
  ["components/session-list.tsx", "@/lib/db/users/stores"],
  ["components/session-list.tsx", "@/lib/auth/viewer"],
  ["components/session-list.tsx", "@/auth"],
  ["components/session-list.tsx", "@/lib/api/document"],
  ["app/login/page.tsx", "@/lib/db/generated/client"],
  ["app/login/page.tsx", "@prisma/client"],
  ["app/login/page.tsx", "@/scripts/demo"],
  ["app/login/page.tsx", "@/test/world/people"],
  ["lib/db/users/user-store.ts", "@/test/world/people"],
  ["scripts/demo.ts", "@/test/world/people"],
  ["scripts/launch/port.ts", "@/e2e/support/people"],
  ["e2e/log-in/log-in.spec.ts", "@/app/login/actions"],
  ["e2e/log-in/log-in.spec.ts", "@/lib/db/users/stores"],
  ["e2e/log-in/log-in.spec.ts", "@/lib/api/document"],
  ["e2e/log-in/log-in.spec.ts", "@/lib/db/generated/client"],
  ["e2e/support/fixtures.ts", "@/components/session-list"],
  ["lib/names/line.ts", "@/lib/settings"],
  ["lib/texts/words.ts", "@/lib/db/users/stores"],
  ["lib/db/users/users.test.ts", "react"],
  ["authentication.ts", "@/lib/auth/viewer"],
  ["app/(private)/account/page.tsx", "@/components/ui/page"],
  ["scripts/demo.ts", "@/e2e/support/people"],
] as const

const accepted = [
  ["packages/log-out-everywhere/src/core/issue.ts", "node:crypto"],
  ["packages/log-out-everywhere/src/core/issue.ts", "./token.ts"],
  ["packages/log-out-everywhere/src/core/issue.ts", "./shapes/words.ts"],
  ["packages/log-out-everywhere/src/core/issue.test.ts", "vitest"],
  ["packages/log-out-everywhere/src/core/index.ts", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/acts/acts.ts", "../core/token.ts"],
  ["packages/log-out-everywhere/src/acts/acts.test.ts", "vitest"],
  ["packages/log-out-everywhere/src/testing/memory-store.ts", "../core/token.ts"],
  ["packages/log-out-everywhere/src/live/lease.ts", "../core/store.ts"],
  ["packages/log-out-everywhere/src/postgres/bus.ts", "../live/bus.ts"],
  ["packages/log-out-everywhere/src/web/web.ts", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/next/next.ts", "../web/web.ts"],
  ["packages/log-out-everywhere/src/next/next.ts", "next/headers.js"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "../acts/acts.ts"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "next-auth/jwt"],
  ["packages/log-out-everywhere/src/next-auth/door.ts", "next/headers.js"],
  ["lib/users/log-in.ts", "log-out-everywhere"],
  ["lib/users/log-in.ts", "@node-rs/argon2"],
  ["lib/users/account/change-password.ts", "@/lib/users/log-in/password"],
  ["lib/db/users/user-store.ts", "@prisma/client"],
  ["lib/db/users/user-store.ts", "./generated/client"],
  ["lib/auth/viewer.ts", "@/lib/db/users/stores"],
  ["lib/auth/viewer.ts", "next-auth"],
  ["lib/api/endpoint.ts", "@/lib/auth/viewer"],
  ["lib/api/endpoint.ts", "@/lib/db/users/stores"],
  ["lib/api/endpoint.ts", "@/lib/users/log-in/log-out"],
  ["lib/server/door.ts", "@/lib/log"],
  ["lib/server/door.ts", "@/lib/texts/words"],
  ["lib/server/door.ts", "@/lib/server/request/limits"],
  ["scripts/demo.test.ts", "@/test/world/people"],
  ["test/world/people.ts", "@/scripts/postgres/prepare-database"],
  ["server.ts", "@/lib/server/door"],
  ["server.ts", "@/lib/places/open"],
  ["server.ts", "@/lib/db/client"],
  ["components/session-list.tsx", "react"],
  ["app/login/page.tsx", "@/lib/auth/viewer"],
  ["app/api/v1/me/route.ts", "@/lib/api/endpoint"],
  ["e2e/support/fixtures.ts", "@/lib/db/users/stores"],
  ["e2e/log-in/log-in.spec.ts", "./generated/api"],
] as const

/** What a tree without libraries, in which each file is written for many cases, breaks by itself. */
const breaksAnyway = ["Everything that is imported is there", "No circle of files"]

const tree = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-rules-")))
afterAll(() => rmSync(tree, { recursive: true }))

const planted = plant([...refused, ...accepted])
const rules = planted.summary.ruleSetUsed?.forbidden?.map(({ name = "" }) => name) ?? []

test.each(refused)("%s may not import %s", (file, source) => {
  expect(refusals(file, source)).not.toEqual([])
})

test.each(accepted)("%s may import %s", (file, source) => {
  expect(refusals(file, source)).toEqual([])
})

test.each(rules)("%s: seen red", (name) => {
  expect(planted.summary.violations.map(({ rule }) => rule.name)).toContain(name)
})

function refusals(file: string, source: string): string[] {
  const importer = planted.modules.find((each) => each.source === file)
  const [, name] = /^(?:node:)?(.*)/.exec(source) ?? []
  const imported = importer?.dependencies.find(({ module }) => module === name)
  if (!imported) throw new Error(`The tool does not see that ${file} imports ${source}.`)
  return (imported.rules ?? [])
    .map((rule) => rule.name)
    .filter((rule) => !breaksAnyway.includes(rule))
}

/** A tree of files that hold nothing but these imports. */
function plant(imports: readonly (readonly [file: string, source: string])[]) {
  copyFileSync("tsconfig.json", path.join(tree, "tsconfig.json"))
  for (const [file, source] of imports) {
    const target = targetOf(file, source)
    if (target) write(target, target.endsWith(".json") ? "{}" : "export {}\n")
  }
  const files = [...new Set(imports.map(([file]) => file))]
  for (const file of files) {
    const sources = imports.filter(([other]) => other === file).map(([, source]) => source)
    write(file, sources.map((source) => `import "${source}"\n`).join(""))
  }
  return cruise(files, tree)
}

function write(file: string, text: string): void {
  mkdirSync(path.join(tree, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(tree, file), text)
}

/** The file of the project's own that an import means. */
function targetOf(file: string, source: string): string | null {
  const plain = source.startsWith("@/")
    ? source.slice(2)
    : source.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), source)
      : source === "log-out-everywhere"
        ? "packages/log-out-everywhere/src/core/index.ts"
        : null
  return plain && (/\.\w+$/.test(plain) ? plain : `${plain}.ts`)
}
