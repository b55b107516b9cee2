import { IncomingMessage } from "node:http"
import { limits } from "@/lib/server/request/limits"
import { isActionCall } from "./action-call"
import { bodyReader } from "./bodies"
import type { Reason } from "./reasons"
import { hasBody, isRead } from "./refusal"

const readBody = bodyReader(limits)

/**
 * The request with its whole body, within bounds, or why it is not let in: Next buffers any body of any
 * type, fails in the middle of a form that is cut off or no form at all, and on what no page of ours
 * sends to an action.
 */
export async function wholeRequest(request: IncomingMessage): Promise<IncomingMessage | Reason> {
  const type = request.headers["content-type"] ?? ""
  const id = request.headers["next-action"]?.toString()
  const isCall = id !== undefined && !isRead(request.method)
  const isInParts = type.includes("multipart/form-data") && !isRead(request.method)
  if (!hasBody(request.headers) && !isCall && !isInParts) return request

  const body = await readBody(request)
  if (typeof body === "string") return body
  if (countFields(body, type) > limits.formFields) return "form_fields"
  if (!isInParts && !isCall) return replay(request, body, type)
  const fields = isInParts ? await fieldsOf(body, type) : asFields(body)
  if (!fields || !isActionCall({ id, fields })) return "form"
  return isInParts ? inParts(request, fields) : replay(request, body, type)
}

/** Before anything is taken apart: each part of a form begins with its boundary. */
function countFields(body: Buffer, type: string): number {
  if (type.includes("application/x-www-form-urlencoded")) return count(body, "&") + 1
  if (!type.includes("multipart/form-data")) return 0
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  return boundary === undefined ? 0 : count(body, `--${boundary}`) - 1
}

function count(body: Buffer, text: string): number {
  let found = 0
  for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length)) found++
  return found
}

const fieldsOf = (body: BodyInit, type: string): Promise<FormData | null> =>
  new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => null)

/** Arguments without a form come as bare JSON, which is what field 0 would hold. */
function asFields(body: Buffer): FormData {
  const fields = new FormData()
  fields.append("0", body.toString())
  return fields
}

/** Rewrites the body, so that Next reads what was judged here, whatever else a reader could make of it. */
async function inParts(request: IncomingMessage, fields: FormData): Promise<IncomingMessage> {
  const written = new Response(fields)
  const type = written.headers.get("Content-Type") ?? ""
  return replay(request, Buffer.from(await written.arrayBuffer()), type)
}

/** The same request once more, for a reader that comes after its body was read. */
function replay(request: IncomingMessage, body: Buffer, type: string): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const length = String(body.length)
  const headers = { ...request.headers, "content-length": length }
  if (type) headers["content-type"] = type
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
