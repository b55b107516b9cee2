import { once } from "node:events"
import { createServer } from "node:net"
import { portProblems } from "@/lib/settings"
import { demand } from "./launcher"

/** Throws a sentence where the port cannot be had, before anything slow has begun. */
export async function demandFreePort(port: string, command: string): Promise<void> {
  demand(portProblems(port))
  const probe = createServer().listen(Number(port))
  try {
    await once(probe, "listening")
  } catch (cause) {
    const remedy = `Choose another one: PORT=${Number(port) + 1} ${command}`
    const isTaken = (cause as NodeJS.ErrnoException).code === "EADDRINUSE"
    const what = isTaken ? "is taken" : "cannot be used"
    throw new Error(`Port ${port} ${what}. ${remedy}`, { cause })
  }
  await new Promise((resolve) => probe.close(resolve))
}
