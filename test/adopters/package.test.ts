import { execFile } from "node:child_process"
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { consumer, name, plain, reactConsumer, webConsumer } from "./consuming-apps"
import { compilers, problemsOf, programOf, unexplained } from "./older-compilers"

const app = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-package-")))
const installed = path.join(app, "node_modules", name)
const inApp = (file: string) => path.join(app, file)
const doors = ["core", "live", "next", "next-auth", "page", "postgres", "react", "testing", "web"]
/** What each folder of the package may come to, compressed: a door's declarations, its code, and what doors share. */
const budgets: Readonly<Record<string, number>> = {
  acts: 4_000,
  cli: 7_000,
  core: 12_500,
  live: 7_500,
  next: 3_000,
  "next-auth": 10_000,
  page: 2_500,
  postgres: 15_000,
  react: 7_500,
  shared: 21_500,
  testing: 16_500,
  web: 3_000,
}
const built =
  /^dist\/(?:acts|cli|core|live|next|next-auth|page|postgres|react|shared|testing|web)\/(?:announcing\/)?[\w-]+\.(?:js|d\.ts|css)$/
let packed = { filename: "", files: [] as readonly { readonly path: string }[] }

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
  writeFileSync(inApp("web-consumer.ts"), webConsumer)
  writeFileSync(inApp("react-consumer.ts"), reactConsumer)
  for (const types of ["@types/react", "csstype"]) {
    mkdirSync(path.dirname(inApp(`node_modules/${types}`)), { recursive: true })
    symlinkSync(path.resolve("node_modules", types), inApp(`node_modules/${types}`))
  }
})

afterAll(() => rmSync(app, { recursive: true }))

test("the package is small, depends on nothing, and holds what it says", () => {
  const { dependencies, peerDependencies, peerDependenciesMeta, engines } = readPackage(installed)
  const others = packed.files.map((file) => file.path).filter((file) => !built.test(file))
  const sizes = Object.entries(budgets).map(([folder]) => [folder, sizeOf(folder)] as const)
  expect(sizes.filter(([folder, size]) => size > (budgets[folder] ?? 0))).toEqual([])
  expect(dependencies).toBe(undefined)
  for (const peer of Object.keys(peerDependencies)) {
    expect(peerDependenciesMeta[peer]).toEqual({ optional: true })
  }
  expect(engines).toEqual(readPackage(".").engines)
  expect(others.toSorted()).toEqual(["LICENSE", "README.md", "package.json"])
  expect(readFileSync(path.join(installed, "LICENSE"))).toEqual(readFileSync("LICENSE"))
})

test("the list of sessions says to a bundler that it is for the browser", () => {
  expect(readFileSync(path.join(installed, "dist/react/index.js"), "utf8")).toMatch(/^"use client"/)
})

test("Node loads the doors that need no framework, and a session is dead after log out everywhere", async () => {
  expect(await run(process.execPath, ["--input-type=module", "-e", plain], app)).toBe(
    "session,device_pairing revoked,revoked 1 changed_meanwhile issued issued ended\nann null\n0001_tables null true\n",
  )
})

test("the tools that judge packages find nothing", async () => {
  await Promise.all([
    // The stylesheet has no types.
    inNode(
      ...["@arethetypeswrong/cli/dist/index.js", inApp(packed.filename), "--profile", "esm-only"],
      ...["--exclude-entrypoints", "react/style.css"],
    ),
    inNode("publint/src/cli.js", "--strict", "--pack", "false", installed),
  ])
})

test.each([
  ["nodenext", ["consumer.ts"], []],
  ["bundler", ["consumer.ts"], []],
  ["nodenext", ["web-consumer.ts", "react-consumer.ts"], ["dom"]],
  ["bundler", ["web-consumer.ts", "react-consumer.ts"], ["dom"]],
] as const)("resolving as %s, %s compiles", async (resolution, files, libraries) => {
  const module = resolution === "nodenext" ? "nodenext" : "esnext"
  const lib = ["es2023", ...libraries]
  const compilerOptions = { module, moduleResolution: resolution, ...strict, lib }
  writeFileSync(inApp("tsconfig.json"), JSON.stringify({ compilerOptions, files }))
  await inNode("typescript/bin/tsc", "--project", app)
  for (const compiler of compilers) {
    const program = programOf(compiler, files.map(inApp), resolution, libraries)
    expect(problemsOf(compiler, program)).toEqual([])
  }
})

test("every export of every door says what it is", () => {
  const files = doors.map((door) => path.join(installed, "dist", door, "index.d.ts"))
  const compiler = compilers.at(-1)
  if (!compiler) throw new Error("There is no compiler.")
  const program = programOf(compiler, files, "nodenext", ["dom"])
  const silent = files.map((file) => [file, unexplained(compiler, program, file)])
  expect(silent).toEqual(files.map((file) => [file, []]))
})

function sizeOf(folder: string): number {
  const files = packed.files.filter(({ path: file }) => file.startsWith(`dist/${folder}/`))
  expect(files).not.toEqual([])
  return gzipSync(Buffer.concat(files.map((file) => readFileSync(path.join(installed, file.path)))))
    .length
}

function readPackage(folder: string) {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"))
}

const strict = {
  ...{ target: "es2022", types: [], strict: true, noEmit: true },
  ...{ exactOptionalPropertyTypes: true, skipLibCheck: false },
}
