import { once } from "node:events"
import { createServer } from "node:net"
import { LOOPBACK } from "@/lib/address-settings"
import { listeningProblems } from "@/lib/settings"
import { demand } from "./launcher"

/** Where a server listens. */
export interface Place {
  readonly host: string | undefined
  readonly port: number
}

/** Where a command for one's own machine listens, by the environment. Throws a sentence where that is no place. */
export function ownPlace(): Place {
  const { HOST, PORT } = process.env
  demand(listeningProblems({ HOST, PORT }))
  return { host: HOST || LOOPBACK, port: Number(PORT || 3000) }
}

/** Throws a sentence where the port cannot be had, before anything slow has begun. */
export async function demandFreePort({ host, port }: Place, command: string): Promise<void> {
  const probe = createServer().listen(port, host)
  try {
    await once(probe, "listening")
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException
    throw new Error(portRefusal(code, { host, port }, command), { cause })
  }
  await new Promise((resolve) => probe.close(resolve))
}

/** Why the system does not give the port, and what to do. */
export function portRefusal(code: string, { host, port }: Place, command: string): string {
  return refusals[code]?.(port, host, command) ?? `Port ${port} cannot be used: ${code}.`
}

type Sentence = (port: number, host: string | undefined, command: string) => string

const refusals: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: (port, _, command) =>
    `Port ${port} is taken. Choose another one: PORT=${port < 65_535 ? port + 1 : 3000} ${command}`,
  EACCES: (port, _, command) =>
    `Port ${port} is kept for the system's administrator. Choose one from 1024 up: PORT=3000 ${command}`,
  EADDRNOTAVAIL: (_, host) => `HOST is ${host}, which is no network address of this machine.`,
}
