import { createServer, type IncomingMessage, type Server } from "node:http"
import { Readable } from "node:stream"
import { logOutEverywhere, type TokenDatabase, type TokenOwner } from "log-out-everywhere"
import { type Proved, web } from "log-out-everywhere/web"
import { authentication } from "./authentication"

/** The user with this name and this password, or null. */
export type Verify = (name: string, password: string) => Promise<Proved | null>

/** Log in, see who you are, log out, log out everywhere: on `node:http`, and on nothing else. */
export function makeServer<Tx>(
  store: TokenDatabase<TokenOwner, Tx>,
  verify: Verify,
  origin: string,
): Server {
  const addresses = new WeakMap<Request, string>()
  const sessions = web(logOutEverywhere({ authentication, store }), {
    origin,
    cookie: { name: "__Host-plain-node" },
    addressOf: (request) => addresses.get(request) ?? null,
  })

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const request = asRequest(incoming, origin)
    addresses.set(request, incoming.socket.remoteAddress ?? "")
    switch (`${request.method} ${new URL(request.url).pathname}`) {
      case "GET /": {
        const found = await sessions.gate(request)
        return found ? page(`${found.owner.id} ${ways}`) : page(logInForm, 401)
      }
      case "POST /log-in": {
        const form = new URLSearchParams(await request.text())
        const [name, password] = [form.get("name") ?? "", form.get("password") ?? ""]
        const loggedIn = await sessions.logIn(request, () => verify(name, password))
        return loggedIn.ok ? home(loggedIn.value.headers) : page(loggedIn.failure, 403)
      }
      case "POST /log-out": {
        const left = await sessions.logOut(request)
        return left.ok ? home(left.value) : page(left.failure, 403)
      }
      case "POST /log-out-everywhere": {
        const left = await sessions.logOutEverywhere(request)
        return left.ok ? home(left.value.headers) : page(left.failure, 403)
      }
      default:
        return page("There is no such page.", 404)
    }
  }

  return createServer(async (incoming, outgoing) => {
    const response = await answer(incoming).catch(() => page("Try again later.", 500))
    outgoing
      .setHeaders(response.headers)
      .writeHead(response.status)
      .end(await response.text())
  })
}

function asRequest(incoming: IncomingMessage, origin: string): Request {
  const { method = "GET", url = "/", headers } = incoming
  return new Request(new URL(url, origin), {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ...(method === "POST" && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  })
}

const page = (body: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8" } })

function home(headers: Headers): Response {
  headers.set("location", "/")
  return new Response(null, { status: 303, headers })
}

const button = (act: string) =>
  `<form method="post" action="/${act}"><button>${act}</button></form>`
const ways = ["log-out", "log-out-everywhere"].map(button).join("")
const logInForm = `<form method="post" action="/log-in"><input name="name"><input name="password" type="password"><button>log-in</button></form>`
