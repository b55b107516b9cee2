import { fail, ok, type Result } from "log-out-everywhere"

export type BodyType = "application/json" | "application/x-www-form-urlencoded"

type BodyFailure = "invalid_request" | "too_large" | "unsupported_media_type"

const maxBytes = 16_384

/** The fields that a request brings in its body. A JSON body may be left out. */
export async function readBody(
  request: Request,
  type: BodyType,
): Promise<Result<unknown, BodyFailure>> {
  const bytes = await bytesOf(request)
  if (!bytes) return fail("too_large")
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (bytes.length === 0 && type === "application/json") return ok({})
  if (given !== type) return fail("unsupported_media_type")
  const text = textOf(bytes)
  if (text === null) return fail("invalid_request")
  return type === "application/json" ? parseJson(text) : fieldsOf(new URLSearchParams(text))
}

/** Each name once: of two the one part of a program may believe the first, and another the last. */
export function fieldsOf(params: URLSearchParams): Result<object, "invalid_request"> {
  const fields = [...params]
  const names = new Set(fields.map(([name]) => name))
  return names.size === fields.length ? ok(Object.fromEntries(fields)) : fail("invalid_request")
}

/** Null where there is more than any request of ours needs; it is not read to its end. */
async function bytesOf({ body }: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are no text are a client's mistake.
    return null
  }
}

function parseJson(text: string): Result<unknown, "invalid_request"> {
  try {
    return ok(JSON.parse(text))
  } catch {
    // Text that is no JSON is a client's mistake.
    return fail("invalid_request")
  }
}
