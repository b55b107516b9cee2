import { createDocument, type oas31, type ZodOpenApiOperationObject } from "zod-openapi"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { texts } from "@/lib/texts"
import { lengths } from "@/lib/texts/lengths"
import { failuresOf, type Operation } from "./operation"
import { operations } from "./operations"
import { Problem, problemStatuses } from "./problem"

const words = texts.api

/** The API as OpenAPI 3.1, made from the very schemas that requests are parsed by. */
export function apiDocument(origin: string): oas31.OpenAPIObject {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: `${texts.shell.product}: ${words.title}`,
      version: "1",
      description: [words.description, ...words.intro(lengths.fresh)].join("\n\n"),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ apiToken: [] }, { session: [] }],
    tags: Object.values(words.tags).map((name) => ({ name })),
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        apiToken: { type: "http", scheme: "bearer", description: words.apiToken },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookieName,
          description: words.session,
        },
      },
    },
  })
}

function pathsOf(all: readonly Operation[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const operation of all) {
    const { path, method } = operation
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(operation) }
  }
  return paths
}

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, access, params, query, body, bodyType } = operation
  return {
    operationId: id,
    tags: [words.tags[access]],
    ...words.operations[id],
    requestParams: { path: params, query },
    ...(bodyType && {
      requestBody: {
        required: bodyType !== "application/json",
        content: { [bodyType]: { schema: body } },
      },
    }),
    responses: { ...goodAnswer(operation), ...problemsOf(operation) },
  }
}

function goodAnswer({ status, answer, pagedBy }: Operation) {
  if (answer === null) return { [status]: { description: words.done } }
  const content = { "application/json": { schema: answer } }
  const Link = { description: words.link, schema: { type: "string" as const } }
  return {
    [status]: { description: words.good, content, ...(pagedBy && { headers: { Link } }) },
  }
}

/** One answer for each status, which names the problems that share it. */
function problemsOf(operation: Operation) {
  const content = { "application/problem+json": { schema: Problem } }
  const codes = failuresOf(operation)
  const statuses = codes.map((code) => problemStatuses[code])
  return Object.fromEntries(
    statuses.map((status) => {
      const sharing = codes.filter((code) => problemStatuses[code] === status)
      return [status, { description: sharing.join(", "), content }]
    }),
  )
}
