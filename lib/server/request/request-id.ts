import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { inRequest } from "@/lib/request-context"

const header = "X-Request-Id"

/**
 * Answers a request under an id of ours, which the answer bears, and so does each line of the log about it.
 *
 * What a client sends by that name is not read: it could be another request's id, or forge a line. A proxy may
 * log the id of the answer beside its own.
 */
export function answerUnderId(
  { method = "", url = "" }: IncomingMessage,
  response: ServerResponse,
  work: () => void,
): void {
  const id = randomBytes(8).toString("hex")
  response.setHeader(header, id)
  inRequest({ id, method, path: url.split("?")[0]?.slice(0, 300) ?? "" }, work)
}

export const idOf = (response: ServerResponse): string | undefined =>
  response.getHeader(header)?.toString()
