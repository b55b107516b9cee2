import { IncomingMessage } from "node:http"

/** No form of the app's own comes near it. */
const mostBytes = 1_000_000

type Refusal = 400 | 403 | 413

/**
 * What Next fails on, or would send on to the host that a request names. No browser makes such a
 * request, but for a form that is too large, or that another site's page has sent.
 */
export function refusalOf({
  method = "",
  url = "",
  headers,
}: IncomingMessage): Refusal | undefined {
  if (Number(headers["content-length"]) > mostBytes) return 413
  if (method === "TRACE" || !url.startsWith("/") || !isDecodable(url.split("?")[0] ?? ""))
    return 400
  const { origin } = headers
  if (origin === undefined) return undefined
  if (origin !== "null" && !URL.canParse(origin)) return 400
  // The API judges for itself, and says so in its own words.
  if (isRead(method) || url.startsWith("/api/v1/")) return undefined
  return isOwn(origin, headers) ? undefined : 403
}

/**
 * A form with fields in parts, read to its end: Next fails in the middle of one that is cut off or no
 * form at all. Any other request comes back as it is.
 */
export async function wholeForm(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const type = request.headers["content-type"] ?? ""
  if (isRead(request.method ?? "") || !type.includes("multipart/form-data")) return request

  const body = await bodyOf(request)
  if (!body) return 413
  const isForm = await new Response(body, { headers: { "Content-Type": type } }).formData().then(
    () => true,
    () => false,
  )
  return isForm ? replay(request, body) : 400
}

/** Null where it is too large: a client that does not say how much it sends may send without end. */
async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same request once more, for whoever has not read it yet. */
function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request
  Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
  })
  again.push(body)
  again.push(null)
  again.complete = true
  return again
}

const isRead = (method: string) => method === "GET" || method === "HEAD"

const isOwn = (origin: string, headers: IncomingMessage["headers"]) =>
  origin !== "null" && [headers.host, headers["x-forwarded-host"]].includes(new URL(origin).host)

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
