/** Loaded into the app under test: writes down what it is sent and what it answers. */
import { appendFileSync } from "node:fs"
import { IncomingMessage, ServerResponse } from "node:http"
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib"

/** One line of the file. */
export interface Exchange {
  readonly path: string
  readonly status: number
  readonly cookie: string
  readonly sent: string
  readonly setCookies: readonly string[]
  readonly answer: string
}

const file = process.env.LOE_TRAFFIC_FILE ?? ""
const received = new WeakMap<IncomingMessage, Buffer[]>()
const answered = new WeakMap<ServerResponse, Buffer[]>()

const { push } = IncomingMessage.prototype
IncomingMessage.prototype.push = function (chunk, encoding) {
  if (Buffer.isBuffer(chunk)) add(received, this, chunk)
  return push.call(this, chunk, encoding)
}

const { write, end } = ServerResponse.prototype
ServerResponse.prototype.write = function (this: ServerResponse, ...given: unknown[]) {
  note(this, given[0])
  return Reflect.apply(write, this, given)
}
ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
  note(this, given[0])
  keep(this)
  return Reflect.apply(end, this, given)
}

function note(response: ServerResponse, chunk: unknown) {
  if (typeof chunk === "string") add(answered, response, Buffer.from(chunk))
  else if (chunk instanceof Uint8Array) add(answered, response, Buffer.from(chunk))
}

function add<Owner extends object>(to: WeakMap<Owner, Buffer[]>, owner: Owner, chunk: Buffer) {
  const kept = to.get(owner)
  if (kept) kept.push(chunk)
  else to.set(owner, [chunk])
}

/** Of the build's own files nothing is kept: they were there before there was a secret. */
function keep(response: ServerResponse) {
  const path = response.req?.url ?? ""
  if (path.startsWith("/_next/static/")) return
  const body = Buffer.concat(answered.get(response) ?? [])
  const exchange: Exchange = {
    path,
    status: response.statusCode,
    cookie: response.req?.headers.cookie ?? "",
    sent: Buffer.concat(received.get(response.req) ?? []).toString("latin1"),
    setCookies: [response.getHeader("set-cookie") ?? []].flat().map(String),
    answer: decoded(body, String(response.getHeader("content-encoding") ?? "identity")),
  }
  appendFileSync(file, `${JSON.stringify(exchange)}\n`)
}

/** As far as it goes: a client may have hung up. What cannot be read would hide what it holds. */
function decoded(body: Buffer, encoding: string): string {
  if (body.length === 0) return ""
  const decode = decoders[encoding]
  if (!decode) throw new Error(`An answer is coded by ${encoding}, which nobody reads here.`)
  return decode(body).toString("utf8")
}

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  identity: (body) => body,
  gzip: (body) => gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  deflate: (body) => inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH }),
  br: (body) => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
}
