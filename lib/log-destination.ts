import { writeSync } from "node:fs"
import type { DestinationStream } from "pino"

interface Options {
  readonly write?: (fd: number, bytes: Buffer) => number
  readonly now?: () => number
  /** The line that says how many lines before it are lost. */
  readonly lostLine: (lost: number) => string
}

/** A full disk is tried again once in so long: each try costs a call of the system. */
const pauseMs = 1_000
/** A reader that is merely slow is waited for, and as long nothing else is answered. */
const patienceMs = 100

/**
 * Writes lines to an open file, or loses them: the log's disk may be full, or its reader gone, and the
 * app must go on, keep no heap of lines, and stop when it is told to. The first line that is written
 * again is preceded by the count of those that were lost.
 */
export function logDestination(
  fd: number,
  { write = writeSync, now = Date.now, lostLine }: Options,
): DestinationStream {
  let lost = 0
  let isTorn = false
  let triedAt = 0

  const writeWhole = (text: string) => {
    let rest = Buffer.from(isTorn ? `\n${text}` : text)
    const giveUpAt = now() + patienceMs
    while (rest.length > 0) {
      try {
        const written = write(fd, rest)
        isTorn = written < rest.length
        rest = rest.subarray(written)
      } catch (error) {
        if (!isSlow(error) || now() >= giveUpAt) throw error
        Atomics.wait(sleeper, 0, 0, 5)
      }
    }
  }

  return {
    write(line) {
      if (lost > 0 && now() - triedAt < pauseMs) {
        lost++
        return
      }
      try {
        writeWhole(lost > 0 ? lostLine(lost) + line : line)
        lost = 0
      } catch {
        lost++
        triedAt = now()
      }
    },
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4))

const isSlow = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EAGAIN"
