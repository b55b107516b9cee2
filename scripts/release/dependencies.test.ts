import { readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { build } from "esbuild"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { commands } from "./bundle"

/** What Next compiles by itself, and what we compile beside it. */
const entryPoints = [
  ...sourceFiles("app").filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)),
  "proxy.ts",
  ...Object.values(commands),
]

test("nothing that is built needs a package for development alone", async () => {
  const { metafile } = await build({
    entryPoints,
    outdir: "nowhere",
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    loader: { ".ico": "empty", ".svg": "empty" },
    metafile: true,
    logLevel: "error",
  })
  const needed = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path }) => external && !path.startsWith(".") && !isBuiltin(path))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path)
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"))

  expect(needed).toContain("next")
  expect([...new Set(needed)].filter((name) => !(name in dependencies))).toEqual([])
})
