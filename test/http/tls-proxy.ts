/** A proxy that terminates TLS before the app: nginx with README's own block where there is one, else one of Node's. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { request as ask } from "node:http"
import { createServer } from "node:https"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { generate } from "selfsigned"

interface Ports {
  readonly listen: number
  readonly app: number
}

/** What nginx passes on: the host as the client wrote it, or without its port. */
export type PassedHost = "$http_host" | "$host"

export interface TlsProxy {
  readonly kind: "nginx" | "node"
  readonly stop: () => Promise<void>
}

export async function startTlsProxy(ports: Ports, host: PassedHost): Promise<TlsProxy> {
  const names = [
    { name: "subjectAltName" as const, altNames: [{ type: 2 as const, value: "localhost" }] },
  ]
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: names,
  })
  const hasNginx = spawnSync("nginx", ["-v"]).status === 0
  return hasNginx ? startNginx(ports, host, { key, cert }) : startNode(ports, host, { key, cert })
}

interface Certificate {
  readonly key: string
  readonly cert: string
}

async function startNginx({ listen, app }: Ports, host: PassedHost, { key, cert }: Certificate) {
  const folder = mkdtempSync(path.join(tmpdir(), "loe-nginx-"))
  const [, block = ""] = /```nginx\n(.*?)```/s.exec(readFileSync("README.md", "utf8")) ?? []
  const location = block.replace("127.0.0.1:3000", `127.0.0.1:${app}`).replace("$http_host", host)
  writeFileSync(path.join(folder, "key.pem"), key)
  writeFileSync(path.join(folder, "cert.pem"), cert)
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
  const config = `
    ${process.getuid?.() === 0 ? "user root root;" : ""}
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
      server {
        listen 127.0.0.1:${listen} ssl;
        ssl_certificate ${folder}/cert.pem;
        ssl_certificate_key ${folder}/key.pem;
        ${location}
      }
    }`
  writeFileSync(path.join(folder, "nginx.conf"), config)
  const nginx = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf")], {
    stdio: "ignore",
  })
  await listening(listen, nginx)
  return {
    kind: "nginx" as const,
    async stop() {
      const ended = once(nginx, "exit")
      nginx.kill("SIGTERM")
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function startNode({ listen, app }: Ports, host: PassedHost, certificate: Certificate) {
  const server = createServer(certificate, (request, response) => {
    const { headers, method = "GET", url = "/", socket } = request
    const named = headers.host ?? ""
    const forwarded = {
      ...headers,
      host: host === "$host" ? named.replace(/:\d+$/, "") : named,
      "x-forwarded-for": [headers["x-forwarded-for"], socket.remoteAddress].flat().join(", "),
      "x-forwarded-proto": "https",
    }
    const passed = ask({ port: app, method, path: url, headers: forwarded }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    passed.on("error", () => response.destroy())
    request.pipe(passed)
  }).listen(listen, "127.0.0.1")
  await once(server, "listening")
  return {
    kind: "node" as const,
    async stop() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function listening(port: number, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    const socket = connect(port, "127.0.0.1")
    const isUp = await once(socket, "connect").then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isUp) return
    await sleep(50)
  }
  throw new Error("nginx did not start.")
}
