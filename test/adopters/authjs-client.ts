/** A Prisma client for the tables of `@auth/prisma-adapter`, made without a network. */
import { execFile } from "node:child_process"
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import type { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import type { PrismaClientLike, PrismaTransaction } from "log-out-everywhere/postgres"
import type pg from "pg"
import { authJsSchema } from "@/bench/generate"

type Client = Parameters<typeof PrismaAdapter>[0] & PrismaClientLike<PrismaTransaction>

const generator = `generator client {
  provider = "prisma-client"
  output   = "./client"
}
`

export async function authJsClient(pool: pg.Pool): Promise<Client> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-prisma-")))
  try {
    const schema = path.join(folder, "schema.prisma")
    writeFileSync(schema, generator + authJsSchema)
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction")
    const command = ["node_modules/prisma/build/index.js", "generate", "--schema", schema]
    await promisify(execFile)(process.execPath, command)
    const { PrismaClient } = await import(pathToFileURL(`${folder}/client/client.ts`).href)
    const client = new PrismaClient({ adapter: new PrismaPg(pool) })
    // With the first statement it imports more, by way of the folder.
    await client.$queryRaw`SELECT 1`
    return client
  } finally {
    rmSync(folder, { recursive: true })
  }
}
