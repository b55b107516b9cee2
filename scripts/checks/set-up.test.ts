/** What a person who sets the project up starts with, held to what the code reads. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { settingNames, settingsProblems } from "@/lib/settings"

const read = (file: string) => readFileSync(file, "utf8")
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name)

/** Paragraphs: a comment, and the settings that it is about. */
const paragraphs = read(".env.example").split("\n\n")
const examples = paragraphs.flatMap((text) =>
  [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value] as const),
)
/** What compose.yaml makes the database's addresses of. */
const passwords = ["POSTGRES_PASSWORD", "LOE_OWNER_PASSWORD", "LOE_APP_PASSWORD"]

test(".env.example has every setting that the app reads, once and in the same order", () => {
  expect(settingNames).toContain("DATABASE_URL")
  expect(examples.map(([name]) => name)).toEqual([...settingNames, ...passwords])
})

test(".env.example says of each setting what it is", () => {
  const settings = paragraphs.filter((text) => /^\w+=/m.test(text))
  expect(settings.filter((text) => !/^# .+\n(?:# .+\n)*(?:\w+=.*\n?)+$/.test(text))).toEqual([])
})

test("a copy of .env.example lacks the two settings that are nobody's default, and nothing else", () => {
  expect(settingsProblems({ ...Object.fromEntries(examples), NODE_ENV: "production" })).toEqual([
    "Set DATABASE_URL to the address of a PostgreSQL database.",
    "Set AUTH_SECRET to a random text, made with: openssl rand -base64 33",
  ])
})

test("the README's table of variables has every setting that the app reads", () => {
  const [, table = ""] = /^## Configuration$(.*?)^## /ms.exec(read("README.md")) ?? []
  const firstCells = namesIn(table, /^\| (`[^|]+) \|/gm).join()
  const tools = ["EMBEDDED_DB_HOME", "TEST_DATABASE_URL", "CHROME_PATH"]
  expect(namesIn(firstCells, /`(\w+)`/g).toSorted()).toEqual([...settingNames, ...tools].toSorted())
})

test("compose.yaml hands the app every setting but those that the image and the migration have", () => {
  const [, app = ""] = /^ {2}app:$(.*?)^ {4}ports:$/ms.exec(read("compose.yaml")) ?? []
  const elsewhere = ["MIGRATION_DATABASE_URL", "HOST", "PORT"]
  expect(namesIn(app, /^ {6}([A-Z_]+):/gm)).toEqual(
    settingNames.filter((name) => !elsewhere.includes(name)),
  )
  expect(app).not.toMatch(/owner/i)
})

test("compose.yaml commits no password and no secret", () => {
  const given = namesIn(read("compose.yaml"), /^ +\w*(?:PASSWORD|SECRET)\w*: (.*)$/gm)
  expect(given.length).toBeGreaterThan(6)
  for (const value of given) expect(value).toMatch(/^\$\{[A-Z_]+:[?-]\}$/)
})

test("the workflow tests with each release of Node that the package takes, and .nvmrc names one", () => {
  const workflow = read(".github/workflows/test.yml")
  const { engines } = JSON.parse(read("package.json"))
  const majors = namesIn(engines.node, /(\d+)[.\d]*/g)
  const [, list = ""] = /node: \[(.*)\]/.exec(workflow) ?? []
  expect(namesIn(list, /"(\d+)/g)).toEqual(majors)
  expect(majors).toContain(read(".nvmrc").trim())
})

test("the workflow may read the sources and nothing else, and runs the one command", () => {
  const workflow = read(".github/workflows/test.yml")
  expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m)
  expect(namesIn(workflow, /run: (.*)$/gm)).toEqual(["npm test"])
  for (const action of namesIn(workflow, /uses: (.*)$/gm)) expect(action).toMatch(/@v\d+$/)
})

test.each([".", "bench"])(
  "no package in the lock of %s is asked for by a tag, which would move",
  (folder) => {
    const { overrides = {} } = JSON.parse(read(`${folder}/package.json`))
    const { packages } = JSON.parse(read(`${folder}/package-lock.json`))
    const moving = Object.entries<{ dependencies?: Record<string, string> }>(packages).flatMap(
      ([path, { dependencies = {} }]) => {
        const owner = path.replace(/^.*node_modules\//, "")
        const asked = { ...dependencies, ...overrides[owner] }
        return Object.keys(asked)
          .filter((name) => !/[\d*$]/.test(asked[name]))
          .map((name) => `${owner}: ${name}`)
      },
    )
    expect(Object.keys(packages).length).toBeGreaterThan(100)
    expect(moving).toEqual([])
  },
)
