import os from "node:os"
import { table } from "@/bench/report"
import { withClient } from "@/scripts/postgres/prepare-database"

/** Notes the load of now, and tells it beside the later one, since a machine that does other work measures that too. */
export function machineFacts(): (postgres: string) => string {
  const startedAt = new Date()
  const loadAtStart = load()
  return (postgres) =>
    table(
      ["Machine", ""],
      [
        ["Date", `${startedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`],
        ["Processor", `${os.cpus()[0]?.model.trim()}, ${os.availableParallelism()} cores`],
        ["Memory", `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`],
        ["System", `${os.type()} ${os.release()} ${os.arch()}`],
        ["Node", process.versions.node],
        ["PostgreSQL", postgres],
        ["Load of a minute, at the start", loadAtStart],
        ["Load of a minute, at the end", load()],
      ],
      "left",
    )
}

const load = () => (os.loadavg()[0] ?? Number.NaN).toFixed(2)

export function postgresVersion(url: string): Promise<string> {
  return withClient(
    url,
    async (client) => (await client.query("SHOW server_version")).rows[0].server_version,
  )
}
