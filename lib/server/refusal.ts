import type { IncomingMessage } from "node:http"
import { limits } from "@/lib/server/request/limits"
import type { Surroundings } from "@/lib/server/request/own-headers"
import { areRouterHeaders } from "@/lib/server/request/router-headers"
import type { Reason } from "./reasons"

/**
 * What Next fails on, takes too long for, or would send on to the host that a request names. No browser
 * makes such a request, but for a form that is too large, or that another site's page has sent.
 */
export function refusalOf(request: IncomingMessage, { authUrl }: Surroundings): Reason | undefined {
  return refusalOfSize(request) ?? refusalOfBody(request) ?? refusalOfOrigin(request, authUrl)
}

function refusalOfSize({
  method,
  url = "",
  headers,
  rawHeaders,
}: IncomingMessage): Reason | undefined {
  if (url.length > limits.url) return "url"
  if (rawHeaders.length > limits.headers * 2 || Object.entries(headers).some(isLong)) {
    return "headers"
  }
  const [path = "", ...query] = url.split("?")
  if (method === "TRACE" || !path.startsWith("/") || !isDecodable(path)) return "target"
  if (query.join("?").split("&").length > limits.queryFields) return "query_fields"
  return areRouterHeaders(headers) ? undefined : "router_headers"
}

/** A user agent has been cut already, and what we have written ourselves is no longer than the address. */
const isLong = ([name, value = ""]: readonly [string, string | readonly string[] | undefined]) =>
  name !== "cookie" && value.length > limits.headerLength

function refusalOfBody({ method, headers }: IncomingMessage): Reason | undefined {
  const { "content-encoding": coding = "identity", "transfer-encoding": transfer } = headers
  if (Number(headers["content-length"]) > limits.bodyBytes) return "body"
  if (transfer !== undefined && transfer.toLowerCase() !== "chunked") return "transfer_coding"
  if (coding !== "identity") return "content_coding"
  return isRead(method) && hasBody(headers) ? "body_of_read" : undefined
}

function refusalOfOrigin(
  { method, url = "", headers }: IncomingMessage,
  authUrl: URL,
): Reason | undefined {
  const { origin } = headers
  if (origin === undefined) return undefined
  if (origin !== "null" && !URL.canParse(origin)) return "origin"
  // The API judges for itself, and says so in its own words.
  if (isRead(method) || url.startsWith("/api/v1/")) return undefined
  return isOwn(origin, headers, authUrl) ? undefined : "foreign_origin"
}

export const isRead = (method = "") => method === "GET" || method === "HEAD"

export const hasBody = (headers: IncomingMessage["headers"]) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"]) > 0

const isOwn = (origin: string, headers: IncomingMessage["headers"], { origin: own }: URL) =>
  origin !== "null" &&
  (origin === own || [headers.host, headers["x-forwarded-host"]].includes(new URL(origin).host))

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
