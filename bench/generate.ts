/** Makes the database clients of Auth.js: whether Prisma joins is settled for a whole client. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

const here = import.meta.dirname

export const authJsSchema = readFileSync(path.join(here, "authjs.prisma"), "utf8")

/** Does nothing where they are in place. */
export function generateClients(): void {
  generate("stock", "")
  generate("joined", `previewFeatures = ["relationJoins"]`)
}

function generate(name: string, feature: string) {
  const client = path.join(here, "generated", name)
  const file = `${client}.prisma`
  const generator = `generator client {
  provider = "prisma-client"
  output   = "./${name}"
  ${feature}
}
`
  const schema = generator + authJsSchema
  if (existsSync(client) && readFileSync(file, "utf8") === schema) return
  rmSync(client, { recursive: true, force: true })
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, schema)
  // A shell, because on Windows npx is a script. A relative path, since the other may hold spaces.
  const command = ["prisma", "generate", "--schema", path.relative(process.cwd(), file)]
  execFileSync("npx", command, { stdio: "pipe", shell: true })
}
