import type { IncomingMessage, ServerResponse } from "node:http"
import compression from "compression"

/** Compresses what is worth it, in an encoding that the client takes (RFC 9110 12.5.3). Must be called before anything is written. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  middleware(request, response, () => {})
}

// It is typed for Express, and needs nothing of it.
const middleware = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void
