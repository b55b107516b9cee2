import { createDocument, type oas31, type ZodOpenApiOperationObject } from "zod-openapi"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { lengths } from "@/lib/texts/lengths"
import { group, words } from "@/lib/texts/words"
import { failuresOf, type Operation } from "./operation"
import { operations } from "./operations"
import { Problem, problemStatuses } from "./problem"

/** The API as OpenAPI 3.1, made from the very schemas that requests are parsed by. */
export function apiDocument(origin: string): oas31.OpenAPIObject {
  const t = words("api")
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: `${words("shell")("product")}: ${t("title")}`,
      version: "1",
      description: [t("description"), ...apiIntro()].join("\n\n"),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ apiToken: [] }, { session: [] }],
    tags: Object.values(group("api", "tags")).map((name) => ({ name })),
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        apiToken: { type: "http", scheme: "bearer", description: t("apiToken") },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookieName,
          description: t("session"),
        },
      },
    },
  })
}

/** What a program has to know first, in paragraphs. */
export function apiIntro(): readonly string[] {
  const t = words("api")
  return [
    t("intro.token"),
    t("intro.reach"),
    t("intro.cookie", { fresh: lengths.fresh() }),
    t("intro.errors"),
  ]
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
  const t = words("api")
  const { id, access, params, query, body, bodyType } = operation
  return {
    operationId: id,
    tags: [t(`tags.${access}`)],
    summary: t(`operations.${id}.summary`),
    description: t(`operations.${id}.description`),
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
  const t = words("api")
  if (answer === null) return { [status]: { description: t("done") } }
  const content = { "application/json": { schema: answer } }
  const Link = { description: t("link"), schema: { type: "string" as const } }
  return {
    [status]: { description: t("good"), content, ...(pagedBy && { headers: { Link } }) },
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
