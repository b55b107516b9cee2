/** Loaded into the app under the soak: tells what the requests since the last question have cost. */
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { type Cost, costPath } from "@/test/fuzz/cost"

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let before = process.cpuUsage()

const { emit } = Server.prototype
Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]) {
  const [request, response] = given as [IncomingMessage, ServerResponse]
  if (event !== "request" || request.url !== costPath) {
    return Reflect.apply(emit, this, [event, ...given])
  }
  response.end(JSON.stringify(spent()))
  return true
}

function spent(): Cost {
  const { user, system } = process.cpuUsage(before)
  const stallMs = delay.max / 1e6
  before = process.cpuUsage()
  delay.reset()
  return { cpuMs: (user + system) / 1_000, stallMs }
}
