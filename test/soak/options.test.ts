import { spawnSync } from "node:child_process"
import { describe, expect, test } from "vitest"
import { benchCommand } from "@/bench/options"
import { soakCommand } from "./options"

const numbers = [
  ...[
    "--races",
    "--kills",
    "--inputs",
    "--tries",
    "--raises",
    "--looks",
    "--stories",
    "--ends",
    "--sessions",
  ],
  "--seed",
]
const none = ["abc", "-5", "1.5", "1e3", "", " ", "0x10", "NaN", "Infinity", "9".repeat(20)]

describe.each([
  ["soak", soakCommand, numbers],
  ["bench", benchCommand, ["--sessions", "--rounds", "--races", "--windows"]],
] as const)("%s", (_, command, options) => {
  const refusal = (...given: string[]) => {
    const said: string[] = []
    const quiet = command()
      .exitOverride()
      .configureOutput({ writeErr: (text) => said.push(text) })
    expect(() => quiet.parse(given, { from: "user" })).toThrow(
      expect.objectContaining({ exitCode: 1 }),
    )
    return said.join("")
  }

  test.each(options)("%s takes whole numbers alone", (option) => {
    for (const text of none) {
      expect(refusal(`${option}=${text}`)).toMatch(/must be a whole number from \d+ up\./)
    }
  })

  test("what it does not know is refused by name", () => {
    expect(refusal("--racess", "5")).toContain("--racess")
    expect(refusal("toString")).toMatch(/toString|too many arguments/)
  })
})

test.each(numbers.filter((option) => option !== "--seed"))("%s 0 would prove nothing", (option) => {
  const command = soakCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  expect(() => command.parse([option, "0"], { from: "user" })).toThrow(/whole number from 1 up/)
})

test("npm run soak ends with exit code 1 there, and a sentence", () => {
  const arguments_ = ["--import", "tsx", "test/soak/run.ts", "races", "--races", "abc"]
  const { status, stderr } = spawnSync(process.execPath, arguments_, { encoding: "utf8" })
  expect(stderr).toContain("It must be a whole number from 1 up.")
  expect(status).toBe(1)
})
