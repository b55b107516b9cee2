import { readFileSync } from "node:fs"
import path from "node:path"
import { defineConfig } from "vitest/config"
import { sourceFiles } from "./scripts/checks/source-files"

const here = import.meta.dirname
const tests = sourceFiles().filter((name) => /\.test\.tsx?$/.test(name))
const testsWith = (words: RegExp) => tests.filter((name) => words.test(readFileSync(name, "utf8")))
// These call what the app serves as Next would, without a server around it.
const ofApp = testsWith(/from "@\/test\/world\/app-world"/)
// These replace modules, clocks or the environment, which the others must not see.
const replacing = testsWith(/\bvi\b|process\.env/).filter((name) => !ofApp.includes(name))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here}/` },
      // The source, as tsconfig.json says: no test waits for a build of the package.
      ...Object.entries({
        "log-out-everywhere": "core",
        "log-out-everywhere/live": "live",
        "log-out-everywhere/next": "next",
        "log-out-everywhere/next-auth": "next-auth",
        "log-out-everywhere/page": "page",
        "log-out-everywhere/postgres": "postgres",
        "log-out-everywhere/react": "react",
        "log-out-everywhere/testing": "testing",
        "log-out-everywhere/web": "web",
      }).map(([name, door]) => ({
        find: new RegExp(`^${name}$`),
        replacement: path.join(here, "packages/log-out-everywhere/src", door, "index.ts"),
      })),
      // TypeScript 7 has no API for programs yet; this package brings the one of TypeScript 5.
      {
        find: /^typescript$/,
        replacement: path.join(here, "node_modules/@ts-morph/common/dist/typescript.js"),
      },
      { find: "server-only", replacement: path.join(here, "node_modules/server-only/empty.js") },
    ],
  },
  test: {
    globalSetup: "test/vitest-setup.ts",
    // One more than a small machine has cores: they wait for the database, and for each other.
    maxWorkers: 3,
    // What a run does in the database's client is too little for optimized WebAssembly to pay.
    execArgv: ["--liftoff-only"],
    // A busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // NextAuth is ESM and imports "next/headers" without its extension, which only Vite resolves.
    server: { deps: { inline: ["next-auth", "openapi-typescript"] } },
    projects: [
      { extends: true, test: { name: "alone", include: replacing.map(literally), isolate: true } },
      {
        extends: true,
        resolve: {
          alias: [
            {
              find: /^next\/headers(?:\.js)?$/,
              replacement: path.join(here, "test/http/fake-request.ts"),
            },
            {
              find: "log-out-everywhere/react/style.css",
              replacement: path.join(here, "node_modules/server-only/empty.js"),
            },
          ],
        },
        test: { name: "app", include: ofApp.map(literally), isolate: false },
      },
      // A third of the time of a run went into importing the same modules for each file.
      {
        extends: true,
        test: {
          name: "together",
          include: tests
            .filter((name) => !replacing.includes(name) && !ofApp.includes(name))
            .map(literally),
          isolate: false,
        },
      },
    ],
  },
})

/** A path as the pattern that matches it alone: Next.js names folders `(private)` and `[id]`. */
function literally(name: string): string {
  return name.replace(/[()[\]{}*?!+@]/g, "\\$&")
}
