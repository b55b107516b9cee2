import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { table } from "@/bench/report"
import { openRecord } from "./record"

test("a run leaves a page with its command, its machine, and what was told and drawn, in that order", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bench-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const command = "npm run bench -- --sessions 1000"
  const record = openRecord({ part: "sessions", title: "What a check costs", command, folder })
  record.tell("| Check | ms |")
  await record.draw("check", {
    title: "The check, ms",
    bars: [{ name: "ours: resume", value: 0.33 }],
  })
  record.tell("- PASS: ours")
  record.keep("of this test")

  const page = readFileSync(path.join(folder, "sessions.md"), "utf8")
  const places = [
    "# What a check costs",
    command,
    new Date().toISOString().slice(0, 10),
    os.cpus()[0]?.model.trim() ?? "",
    `${os.availableParallelism()} cores`,
    process.versions.node,
    "of this test",
    "at the start",
    "at the end",
    "| Check | ms |",
    "![The check, ms](sessions-check.svg)",
    "- PASS: ours",
  ].map((words) => page.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(readFileSync(path.join(folder, "sessions-check.svg"), "utf8")).toContain("ours: resume")
})

test("a table is Markdown, whatever stands in its cells", () => {
  expect(
    table(
      ["What", "ms"],
      [
        ["a|b", "1"],
        ["c", "12,345"],
      ],
    ),
  ).toBe(
    ["| What |     ms |", "| ---- | -----: |", "| a\\|b |      1 |", "| c    | 12,345 |"].join(
      "\n",
    ),
  )
})
