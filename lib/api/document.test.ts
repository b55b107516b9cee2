/// <reference types="vite/client" />
import { Validator } from "@seriousme/openapi-schema-validator"
import openapiTypes, { astToString } from "openapi-typescript"
import { expect, test } from "vitest"
import { inLanguage } from "@/lib/texts/language"
import { apiDocument } from "./document"
import { failuresOf, type Operation } from "./operation"
import { operations } from "./operations"

const document = apiDocument("http://localhost:3000")
/** As it is sent. */
const sent = () => JSON.parse(JSON.stringify(document))
const routes = import.meta.glob("../../app/api/v1/**/route.ts", { eager: true })

test("the document is OpenAPI 3.1", async () => {
  const validator = new Validator()
  expect(await validator.validate(sent())).toMatchObject({ valid: true })
  expect(validator.version).toBe("3.1")
})

test("a document that is not right is told apart from it", async () => {
  const { info: _, ...rest } = sent()
  expect(await new Validator().validate(rest)).toMatchObject({ valid: false })
})

test("every route is in the document, and every operation has its route", () => {
  const other = ["/openapi.json", "/{...path}"]
  const handled = Object.entries(routes).flatMap(([file, module]) => {
    const path = file.replace(/^.*\/api\/v1|\/route\.ts$/g, "").replace(/\[(.+?)\]/g, "{$1}")
    return other.includes(path)
      ? []
      : Object.keys(module as object).map((name) => `${name} ${path}`)
  })
  const told = operations.map(({ method, path }) => `${method} ${path}`)
  expect(handled.sort()).toEqual(told.sort())
  const paths: Record<string, object> = document.paths ?? {}
  for (const { method, path, id } of operations) {
    expect(paths[path]).toMatchObject({ [method.toLowerCase()]: { operationId: id } })
  }
})

test("the document is in the language in which it is asked for", () => {
  const texts = (of: object): unknown[] =>
    Object.entries(of).flatMap(([name, value]) => {
      if (name === "summary" || name === "description") return [value]
      return value && typeof value === "object" ? texts(value) : []
    })
  const other = texts(inLanguage("en-XB", () => apiDocument("http://localhost:3000")))
  // Answers that name problems by their codes.
  const codes = /^[a-z_, ]+$/
  expect(texts(document).length).toBe(other.length)
  expect(
    other.filter((text) => !/^\u27e6.*\u27e7$/s.test(`${text}`) && !codes.test(`${text}`)),
  ).toEqual([])
})

test("no two operations have one name", () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})

test("each way to fail is told, by whom it can meet", () => {
  const failures = Object.fromEntries(
    operations.map((operation: Operation) => [operation.id, failuresOf(operation)]),
  )
  expect(failures.readMe).not.toContain("foreign_origin")
  expect(failures.revokeSession).toEqual(
    expect.arrayContaining(["foreign_origin", "proof_required", "not_found"]),
  )
  expect(failures.introspect).toEqual(expect.arrayContaining(["not_found", "too_large"]))
  expect(failures.introspect).not.toContain("proof_required")
})

/** Rewrite them with: npx vitest run lib/api/document --update */
test("the types that the browser tests' client is made from are those of the document", async () => {
  const types = astToString(await openapiTypes(JSON.stringify(document)))
  await expect(types).toMatchFileSnapshot("../../e2e/support/generated/api.ts")
})
