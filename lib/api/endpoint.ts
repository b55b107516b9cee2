import "server-only"
import { ok, type Result } from "log-out-everywhere"
import type { z } from "zod"
import { readiness } from "@/lib/db/health"
import { isOutage } from "@/lib/db/outage"
import { parts } from "@/lib/db/parts"
import { errorFacts } from "@/lib/error-facts"
import { log } from "@/lib/log"
import { settings } from "@/lib/settings"
import { entryOf } from "@/lib/users/audit-entry"
import { fieldsOf, readBody } from "./body"
import { authenticate, type Caller } from "./caller"
import type { Operation } from "./operation"
import { type FieldProblems, type ProblemCode, problem } from "./problem"

interface Input<Params, Query, Body> {
  readonly caller: Caller
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

type Answered<Answer> = Answer extends z.ZodType ? z.input<Answer> : null

/**
 * Makes the handler of an operation: lets in callers that may, reads what they send, does the act, answers.
 *
 * Whatever goes wrong is answered as a problem. What is answered well is held to the operation's schema,
 * so that nothing gets out that is not in the document.
 */
export function endpoint<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodType | null,
>(
  operation: Operation<Params, Query, Body, Answer>,
  act: (
    input: Input<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Result<Answered<Answer>, ProblemCode | "session_ended">>,
) {
  return async (request: Request, { params }: { params: Promise<unknown> }): Promise<Response> => {
    // A path without parameters has none, not even an empty object.
    const response = await answer(request, (await params) ?? {}).catch((error) =>
      broken(operation.id, error),
    )
    response.headers.set("Cache-Control", "no-store")
    return response
  }

  async function answer(request: Request, path: unknown): Promise<Response> {
    const caller = await authenticate(request)
    if (caller instanceof Response) return caller
    if (operation.access === "administrators" && !(await isAdministrator(caller))) {
      return problem("not_found")
    }
    const params = operation.params.safeParse(path)
    if (!params.success) return problem("not_found")
    const query = await parsed(operation.query, fieldsOf(new URL(request.url).searchParams))
    if (!query.ok) return query.failure
    const { bodyType } = operation
    const sent = bodyType ? await readBody(request, bodyType) : ok({})
    const body = await parsed(operation.body, sent)
    if (!body.ok) return body.failure
    if (!caller.isProved && operation.needsProof?.(caller, params.data)) {
      return problem("proof_required")
    }

    const input = { caller, params: params.data, query: query.value, body: body.value }
    const result = await act(input)
    if (!result.ok) {
      return problem(
        result.failure === "session_ended" ? endedCode[caller.purpose] : result.failure,
      )
    }
    const { status } = operation
    if (operation.answer === null) return new Response(null, { status })
    const answered = operation.answer.parse(result.value)
    const headers = linkToNext(request, operation.pagedBy, answered)
    return Response.json(answered, { status, headers })
  }
}

/** RFC 8288: a program need not know how the pages of a list are asked for. */
function linkToNext({ url }: Request, pagedBy: string | null, answered: unknown): HeadersInit {
  const { next } = answered as { readonly next?: string | null }
  if (!pagedBy || !next) return {}
  const { pathname, search } = new URL(url)
  const address = new URL(pathname + search, settings().authUrl)
  address.searchParams.set(pagedBy, next)
  return { Link: `<${address.href}>; rel="next"` }
}

/** The token was live at the gate, and ended while the act waited. */
const endedCode = { session: "unauthenticated", api: "invalid_token" } as const

type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Response }

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  sent: Result<unknown, ProblemCode>,
): Promise<Parsed<z.output<Schema>>> {
  if (!sent.ok) return { ok: false, failure: problem(sent.failure) }
  const input = schema.safeParse(sent.value)
  if (input.success) return ok(input.data)
  return { ok: false, failure: problem("invalid_request", { errors: errorsOf(input.error) }) }
}

const errorsOf = ({ issues }: z.ZodError): FieldProblems =>
  issues.map(({ path, message }) => ({ name: path.join("."), detail: message }))

async function isAdministrator({ owner, actor }: Caller): Promise<boolean> {
  if (owner.role === "admin") return true
  const refused = { action: "access_refused", targetId: null } as const
  await parts().stores.audit.appendCounted(entryOf(actor, refused), actor.userId)
  return false
}

async function broken(operation: string, error: unknown): Promise<Response> {
  log().error({ operation, error: errorFacts(error) }, "an API request failed")
  const isUnavailable = isOutage(error) || (await readiness()) !== "up"
  return problem(isUnavailable ? "unavailable" : "failed")
}
