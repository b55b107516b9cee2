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
const built = /^dist\/(?:acts|core|testing)\/[\w-]+\.(?:js|d\.ts)$/
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
    "active revoked changed_meanwhile\n",
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

test.each(["core", "testing"])("every export of dist/%s says what it is", (door) => {
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
const policy = { lifetimes: everyPurpose({ standard: lifetime }), touchIntervalMs: 60_000, freshForMs: 600_000 }
const store = memoryStore(() => new Date())
store.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
const proof = { userId: "ann", epoch: 0, role: "user", method: "password" }
const request = { purpose: "session", proof, device: { address: null, userAgent: null }, isRemembered: false } as const
const issued = await issue(store, policy, request, new Date())
if (!issued.ok) throw new Error(issued.failure)
const status = async () => {
  const resumed = await resume(store, policy, "session", issued.value.secret, { touch: true })
  return resumed.ok ? "active" : resumed.failure
}
const before = await status()
const revocation = { at: new Date(), reason: "log_out_everywhere", by: "ann" } as const
await endEverywhere(store, "ann", { kind: "everywhere", purposes: ["session"] }, revocation)
const late = await issue(store, policy, request, new Date())
`

const imported = `
import { endEverywhere, everyPurpose, issue, resume } from "${name}"
import { memoryStore } from "${name}/testing"
`

const plain = `${imported}${body.replaceAll(" as const", "")}
console.log(before, await status(), late.failure)
`

const consumer = `${imported}
import type { AuthenticationOptions, TokenHash, TokenPolicy, TokenStore } from "${name}"
import { describeTokenStore, memoryStoreUnderTest, type TestTools } from "${name}/testing"
${body}
export const typed: TokenPolicy = policy
export const bytes = (hash: TokenHash): Uint8Array => hash
export const port: TokenStore = store
export const judge = (tools: TestTools) => describeTokenStore("mine", memoryStoreUnderTest, tools)
// @ts-expect-error: a purpose that there is not
await resume(store, policy, "sesion", "", { touch: true })
// @ts-expect-error: nobody has a password, so none can change
export const addOns: Extract<AuthenticationOptions, { strategies: { password?: never } }>["addOns"] = [{ applyOnPasswordChange: true }]
if (!late.ok) late.failure satisfies "changed_meanwhile"
`
