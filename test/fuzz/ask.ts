import { Agent, type IncomingMessage, request } from "node:http"
import type { HostileRequest } from "./requests"

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends it as it is, without a browser's manners. */
export function ask(origin: string, hostile: HostileRequest): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  const { method, path, headers, body } = hostile
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      let text = ""
      response.setEncoding("latin1").on("data", (chunk) => (text += chunk))
      const { statusCode: status = 0, headers } = response
      const type = headers["content-type"] ?? ""
      response.once("end", () => resolve({ status, type, body: text }))
      response.once("error", reject)
    }
    // A redirect repeats a long address in two headers.
    const maxHeaderSize = 128 * 1_024
    request({ hostname, port, method, path, headers, agent, maxHeaderSize }, answered)
      .once("error", reject)
      .end(body)
  })
}

export const sizeOfRequest = ({ path, headers, body }: HostileRequest) =>
  path.length + body.length + Object.entries(headers).flat().join("").length

/** To the same page and of equal size, but nothing in it means anything. */
export function harmlessTwin(hostile: HostileRequest): HostileRequest {
  const { method, path, headers, body } = hostile
  const [bare = "/"] = path.split(/[?%;]/)
  const length = sizeOfRequest(hostile) - bare.length - body.length
  const padding = { "x-padding": "a".repeat(Math.max(0, Math.min(length, 7_900))) }
  const kept = Object.entries(headers).filter(
    ([name, value]) => name === "cookie" && value.length < 100,
  )
  return {
    method,
    path: bare.replace(/\/{2,}/g, "/").slice(0, 60),
    headers: { ...Object.fromEntries(kept), ...padding, "content-type": "text/plain" },
    body: method === "GET" ? "" : "a".repeat(body.length),
  }
}
