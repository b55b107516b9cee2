import type { ServerOptions } from "node:http"

/**
 * What one request may bring. Each is far above what browsers and pages of ours send, and far below
 * what hurts: Next takes addresses, queries and user agents apart in quadratic time.
 */
export const limits = {
  url: 8_000,
  queryFields: 100,
  headers: 100,
  /** Of each header but the cookies, which other apps of a site may have filled. */
  headerLength: 8_000,
  /** What is longer is cut, since apps that show pages of the web add to it without end. */
  userAgent: 1_000,
  bodyBytes: 100_000,
  formFields: 200,
  /** Of all bodies that are still coming in. */
  bodiesBytes: 32_000_000,
  /** Of a refused body, so that its sender hears the answer. */
  ignoredBytes: 10_000_000,
  /** For so long it is heard out where Node makes no request of it. */
  ignoredMs: 2_000,
  /** Requests that one connection may send before the first is answered. */
  pipelined: 16,
  connections: 4_000,
} as const

/**
 * How long a client may take. A request has to be there within half a minute, whatever its size, which
 * is also the least speed that a sender must have.
 */
export const serverOptions = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  // Proxies keep idle connections for a minute, and must not send into one that is just being closed.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
} as const satisfies ServerOptions

/** Without a byte in either direction. No page takes as long, however slow its database is. */
export const silenceMs = 90_000
