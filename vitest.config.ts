import path from "node:path"
import { defineConfig } from "vitest/config"

const here = import.meta.dirname

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here}/` },
      // TypeScript 7 has no API for programs yet; this package brings the one of TypeScript 5.
      {
        find: /^typescript$/,
        replacement: path.join(here, "node_modules/@ts-morph/common/dist/typescript.js"),
      },
      { find: "server-only", replacement: path.join(here, "node_modules/server-only/empty.js") },
    ],
  },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next", "bench/node_modules"],
    globalSetup: "scripts/vitest-setup.ts",
    maxWorkers: 2,
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // NextAuth is ESM and imports "next/headers" without its extension, which only Vite resolves.
    server: { deps: { inline: ["next-auth", "openapi-typescript"] } },
  },
})
