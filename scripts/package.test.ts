import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { compilers, problemsOf, programOf, unexplained } from "./older-compilers"

const name = "log-out-everywhere"
const app = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-package-")))
const installed = path.join(app, "node_modules", name)
const inApp = (file: string) => path.join(app, file)
const built = /^dist\/(?:acts|core|postgres|testing)\/[\w-]+\.(?:js|d\.ts)$/
let packed = { filename: "", size: 0, files: [] as readonly { readonly path: string }[] }

/** What it wrote. Rejects where it fails, with what it wrote. */
async function run(program: string, args: readonly string[], cwd = "."): Promise<string> {
  const done = await promisify(execFile)(program, args, { cwd }).catch(({ stdout, stderr }) => {
    throw new Error(`${program} ${args.join(" ")} fails:\n${stdout}${stderr}`)
  })
  return done.stdout
}

const inNode = (script: string, ...args: readonly string[]) =>
  run(process.execPath, [path.resolve("node_modules", script), ...args])

beforeAll(async () => {
  rmSync(`packages/${name}/dist`, { recursive: true, force: true })
  await run("npm", ["run", "build", "-w", name])
  const options = ["--json", "--ignore-scripts", "--pack-destination", app]
  const told = JSON.parse(await run("npm", ["pack", "-w", name, ...options]))
  packed = Array.isArray(told) ? told[0] : told[name]
  mkdirSync(installed, { recursive: true })
  await run("tar", ["-xzf", inApp(packed.filename), "-C", installed, "--strip-components=1"])
  writeFileSync(inApp("package.json"), `{ "type": "module" }`)
  writeFileSync(inApp("consumer.ts"), consumer)
})

afterAll(() => rmSync(app, { recursive: true }))

test("the package is small, depends on nothing, and holds what it says", () => {
  const { dependencies, peerDependencies, engines } = readPackage(installed)
  const others = packed.files.map((file) => file.path).filter((file) => !built.test(file))
  expect(packed.size).toBeLessThanOrEqual(80_000)
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined])
  expect(engines).toEqual(readPackage(".").engines)
  expect(others.toSorted()).toEqual(["LICENSE", "README.md", "package.json"])
  expect(readFileSync(path.join(installed, "LICENSE"))).toEqual(readFileSync("LICENSE"))
})

test("Node loads both doors, and a session is dead after log out everywhere", async () => {
  expect(await run(process.execPath, ["--input-type=module", "-e", plain], app)).toBe(
    "session,device_pairing revoked,revoked 1 changed_meanwhile issued issued ended\n",
  )
})

test("the tools that judge packages find nothing", async () => {
  await Promise.all([
    inNode("@arethetypeswrong/cli/dist/index.js", inApp(packed.filename), "--profile", "esm-only"),
    inNode("publint/src/cli.js", "--strict", "--pack", "false", installed),
  ])
})

test.each(["nodenext", "bundler"] as const)(
  "an app compiles, resolving as %s",
  async (resolution) => {
    const module = resolution === "nodenext" ? "nodenext" : "esnext"
    const compilerOptions = { module, moduleResolution: resolution, ...strict }
    writeFileSync(
      inApp("tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["consumer.ts"] }),
    )
    await inNode("typescript/bin/tsc", "--project", app)
    for (const compiler of compilers) {
      const program = programOf(compiler, [inApp("consumer.ts")], resolution)
      expect(problemsOf(compiler, program)).toEqual([])
    }
  },
)

test.each(["core", "postgres", "testing"])("every export of dist/%s says what it is", (door) => {
  const file = path.join(installed, "dist", door, "index.d.ts")
  const compiler = compilers.at(-1)
  if (!compiler) throw new Error("There is no compiler.")
  expect(unexplained(compiler, programOf(compiler, [file], "nodenext"), file)).toEqual([])
})

function readPackage(folder: string) {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
}

const strict = {
  ...{ target: "es2022", lib: ["es2023"], types: [], strict: true, noEmit: true },
  ...{ exactOptionalPropertyTypes: true, skipLibCheck: false },
}

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
const ended = await loe.logOutEverywhere("ann")
const late = await loe.issue({ ...request, purpose: "session", mark })
`

const imported = `
import { defineAuthentication, everyPurpose, logOutEverywhere } from "${name}"
import { memoryDatabase } from "${name}/testing"
`

const plain = `${imported}${body.replaceAll(" as const", "")}
console.log(before, await status(), ended.device_pairing, late.failure, ...told)
`

const consumer = `${imported}
import { issue, resume } from "${name}"
import type { AuthenticationOptions, TokenHash, TokenPolicy, TokenPurpose, TokenStore } from "${name}"
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
