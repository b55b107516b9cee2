import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { build } from "esbuild"
import { type SilentProxy, silentProxy } from "@/test/outages/silent-proxy"

/** What a process is asked for. */
export type Asked =
  | { readonly kind: "log in"; readonly userId: string }
  | { readonly kind: "check"; readonly secret: string }
  | { readonly kind: "touch"; readonly tokenId: string }
  | { readonly kind: "revoke"; readonly userId: string; readonly tokenId: string }
  | {
      readonly kind: "change the password"
      readonly userId: string
      readonly spared?: string | undefined
    }
  | { readonly kind: "rotate"; readonly tokenId: string; readonly secret: string }
  | { readonly kind: "set the clocks"; readonly monotonic: number; readonly wall: number }
  | { readonly kind: "say whether it is live" }

/** What it answers, of this what there is. */
export interface Told {
  readonly id?: string
  readonly secret?: string
  readonly isLive?: boolean
  /** Answered from memory. */
  readonly isKept?: boolean
  readonly problem?: string
}

/** A process that keeps answers. */
export interface Child {
  readonly ask: (wanted: Asked) => Promise<Told>
  /** The network between it and what it hears. */
  readonly line: SilentProxy
  /** The network between it and what it asks. */
  readonly way: SilentProxy
  /** Stops the process for a while; as a suspended machine, it does not count the time. */
  readonly pause: (ms: number, isSuspended: boolean) => Promise<void>
  readonly close: () => void
}

/** The program of the children: bundled, since tsx takes a second to start each. */
export async function childProgram() {
  const file = path.resolve(".cache", `live-process-${process.pid}-${performance.now()}.mjs`)
  await build({
    entryPoints: ["test/live/process.ts"],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    // The package is one of ours, and is bundled from its sources.
    tsconfig: "tsconfig.json",
  })
  return { file, remove: () => rmSync(file, { force: true }) }
}

export async function startChild(
  program: string,
  databaseUrl: string,
  lengthMs: number,
  isWithoutLease: boolean,
): Promise<Child> {
  const [line, way] = [await silentProxy(databaseUrl), await silentProxy(databaseUrl)]
  const given = [way.url, line.url, String(lengthMs), String(isWithoutLease)]
  const child = fork(program, given, { execArgv: [] })
  await once(child, "message")
  const { ask, isGone } = asking(child)
  return {
    ask,
    line,
    way,
    async pause(ms, isSuspended) {
      child.kill("SIGSTOP")
      const stoppedAt = performance.now()
      await sleep(ms)
      const set = { kind: "set the clocks", wall: 0 } as const
      // Before anything that is asked from now on.
      const monotonic = stoppedAt - performance.now()
      const asked = isSuspended ? ask({ ...set, monotonic }) : undefined
      child.kill("SIGCONT")
      await asked
    },
    close() {
      isGone()
      child.kill("SIGKILL")
      line.close()
      way.close()
    },
  }
}

function asking(child: ChildProcess) {
  const waiting = new Map<number, (told: Told) => void>()
  let asked = 0
  let isClosing = false
  child.on("message", ({ id, told }: { id: number; told: Told }) => {
    waiting.get(id)?.(told)
    waiting.delete(id)
  })
  child.on("exit", (code) => {
    if (!isClosing) for (const tell of waiting.values()) tell({ problem: `It ended with ${code}.` })
  })
  return {
    isGone: () => {
      isClosing = true
    },
    ask: (wanted: Asked) =>
      new Promise<Told>((resolve) => {
        const id = ++asked
        waiting.set(id, resolve)
        child.send({ id, wanted })
      }),
  }
}
