import { IncomingMessage } from "node:http"
import { isActionCall } from "./action-call"

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
 * A form with fields in parts, or a call of an action, read to its end: Next fails in the middle of one
 * that is cut off or no form at all, and on what no page of ours sends to an action. Any other request
 * comes back as it is.
 */
export async function wholeForm(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const type = request.headers["content-type"] ?? ""
  const id = request.headers["next-action"]?.toString()
  const isInParts = type.includes("multipart/form-data")
  if (isRead(request.method ?? "") || !(isInParts || id !== undefined)) return request

  const body = await bodyOf(request)
  if (!body) return 413
  const fields = isInParts ? await fieldsOf(body, type) : asFields(body)
  if (!fields || !isActionCall({ id, fields })) return 400
  return isInParts ? inParts(request, fields) : replay(request, body, type)
}

const fieldsOf = (body: BodyInit, type: string): Promise<FormData | null> =>
  new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => null)

/** Arguments without a form come as bare JSON, which is what field 0 would hold. */
function asFields(body: Buffer): FormData {
  const fields = new FormData()
  fields.append("0", body.toString())
  return fields
}

/** Written anew, so that Next reads what was judged here, whatever else a reader could make of it. */
async function inParts(request: IncomingMessage, fields: FormData): Promise<IncomingMessage> {
  const written = new Response(fields)
  const type = written.headers.get("Content-Type") ?? ""
  return replay(request, Buffer.from(await written.arrayBuffer()), type)
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
function replay(request: IncomingMessage, body: Buffer, type: string): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const length = String(body.length)
  const headers = { ...request.headers, "content-type": type, "content-length": length }
  delete headers["transfer-encoding"]
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
