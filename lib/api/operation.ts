import { z } from "zod"
import type { Messages } from "@/lib/texts/translation"
import type { BodyType } from "./body"
import type { Caller } from "./caller"
import { isSafe } from "./origin"
import type { ProblemCode } from "./problem"

export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType | null = z.ZodType | null,
> {
  readonly id: keyof Messages["api"]["operations"]
  readonly method: "GET" | "POST" | "DELETE"
  /** Below /api/v1, with parameters in braces. */
  readonly path: string
  /** Administrators' operations answer 404 to everyone else. */
  readonly access: "everyone" | "administrators"
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Null: the operation takes no body. */
  readonly bodyType: BodyType | null
  /** Null: the answer has no body. */
  readonly answer: Answer
  readonly status: 200 | 204
  /** The field of the query that asks for the page after, with the `next` of an answer. Null: there are no pages. */
  readonly pagedBy: "cursor" | "after" | null
  /** Whether the act needs a recent proof from a caller who acts in a session. Null: it never does. */
  readonly needsProof: ((caller: Caller, params: z.output<Params>) => boolean) | null
}

const nothing = z.strictObject({})

/** An operation with what it leaves out filled in. */
export function operation<
  Answer extends z.ZodType | null,
  Params extends z.ZodObject = typeof nothing,
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodObject = typeof nothing,
>(
  given: Pick<
    Operation<Params, Query, Body, Answer>,
    "id" | "method" | "path" | "access" | "answer"
  > &
    Partial<Operation<Params, Query, Body, Answer>>,
): Operation<Params, Query, Body, Answer> {
  return {
    params: nothing as never,
    query: nothing as never,
    body: nothing as never,
    bodyType: null,
    status: 200,
    pagedBy: null,
    needsProof: null,
    ...given,
  }
}

/** How it can fail, so that the document tells of it. */
export function failuresOf(operation: Operation): readonly ProblemCode[] {
  const { method, access, params, bodyType, needsProof, pagedBy } = operation
  return [
    "invalid_request",
    "unauthenticated",
    "invalid_token",
    ...(isSafe(method) ? [] : (["foreign_origin", "stale_page"] as const)),
    ...(needsProof ? (["proof_required"] as const) : []),
    ...(access === "administrators" || "id" in params.shape ? (["not_found"] as const) : []),
    ...(bodyType ? (["too_large", "unsupported_media_type"] as const) : []),
    ...(access === "administrators" && pagedBy ? (["too_wide"] as const) : []),
    "throttled",
    "failed",
    "unavailable",
  ]
}
