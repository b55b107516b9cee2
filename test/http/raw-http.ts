/** HTTP as it goes over the wire: what no client library lets a test send. */
import { connect, type Socket } from "node:net"

/** Sends the text, and resolves with everything that came back once the server has closed. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text))
    let answer = ""
    socket.on("data", (chunk) => (answer += chunk))
    socket.on("close", () => resolve(answer))
    socket.on("error", reject)
  })
}

/** Opens a connection that sends the text and then says nothing more. */
export function openRaw(port: number, text: string | Uint8Array = ""): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1")
    // Being cut off is what some of them are there for.
    socket.once("error", reject).on("error", () => {})
    socket.once("connect", () => {
      socket.write(text)
      resolve(socket)
    })
  })
}

export const head = (line: string, headers: Readonly<Record<string, string>> = {}) =>
  `${[
    `${line} HTTP/1.1`,
    ...Object.entries({ Host: "localhost", ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ].join("\r\n")}\r\n\r\n`
