import { z } from "zod"
import { settings } from "@/lib/settings"
import { words } from "@/lib/texts/words"
import { described } from "./described"

/** Every way in which a request can fail, with the status that it is answered with. */
export const problemStatuses = {
  invalid_request: 400,
  unauthenticated: 401,
  invalid_token: 401,
  foreign_origin: 403,
  proof_required: 403,
  not_found: 404,
  stale_page: 409,
  too_large: 413,
  too_wide: 422,
  unsupported_media_type: 415,
  throttled: 429,
  failed: 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof problemStatuses

export const problemCodes = Object.keys(problemStatuses) as ProblemCode[]

/** RFC 9457. `code` is the last part of `type`, for programs. */
export const Problem = z
  .object({
    type: z.url().meta(described("schemas.problem.type")),
    title: z.string().meta(described("schemas.problem.title")),
    status: z.int().meta(described("schemas.problem.status")),
    detail: z.string().meta(described("schemas.problem.detail")),
    code: z.enum(problemCodes).meta(described("schemas.problem.code")),
    errors: z
      .array(z.object({ name: z.string(), detail: z.string() }))
      .optional()
      .meta(described("schemas.problem.errors")),
  })
  .meta(described("schemas.problem.about", "Problem"))

/** Where a request is wrong: the name of a field, and what is wrong with it. Never what was sent. */
export type FieldProblems = readonly { readonly name: string; readonly detail: string }[]

export function problem(
  code: ProblemCode,
  { errors, headers = {} }: { errors?: FieldProblems; headers?: Record<string, string> } = {},
): Response {
  const t = words("api")
  const status = problemStatuses[code]
  const type = new URL(`/api-docs#${code}`, settings().authUrl).href
  return Response.json(
    {
      type,
      title: t(`problems.${code}.title`),
      status,
      detail: t(`problems.${code}.detail`),
      code,
      errors,
    },
    {
      status,
      headers: { ...headersOf(code), ...headers, "Content-Type": "application/problem+json" },
    },
  )
}

/** What RFC 6750 (3) and RFC 9110 (10.2.3) have beside the body. */
function headersOf(code: ProblemCode): Record<string, string> {
  const challenge = `Bearer realm="${words("shell")("product")}"`
  switch (code) {
    case "unauthenticated":
      return { "WWW-Authenticate": challenge }
    case "invalid_token":
      return { "WWW-Authenticate": `${challenge}, error="invalid_token"` }
    case "unavailable":
      return { "Retry-After": "5" }
    default:
      return {}
  }
}
