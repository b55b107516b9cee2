/** What every launcher does the same way: it tidies up behind itself, and fails in a sentence. */

type Work = () => Promise<unknown>

const tidyings: Work[] = []

/** Registers what has to be undone when the launcher ends, the last one first. */
export function onEnd(work: Work): void {
  tidyings.push(work)
}

/** Runs the launcher until it is done or told to stop (Ctrl-C, SIGTERM, a closed terminal). */
export async function runLauncher(main: (stopped: Promise<void>) => Promise<void>): Promise<void> {
  const stopped = firstSignal()
  surviveFullDisk()
  try {
    await Promise.race([main(stopped), stopped])
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
  await tidyUp()
  process.exit()
}

/** Fails where there is a problem, and names them all. */
export function demand(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"))
}

/** A word to the terminal or to its file that cannot be written must not end what it tells of. */
function surviveFullDisk() {
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {})
}

/**
 * Later signals change nothing: one stop brings several, since npm passes on what the whole group was
 * sent already.
 */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve())
    }
    // The process that started us with a channel has died.
    process.on("disconnect", () => resolve())
  })
}

async function tidyUp() {
  for (const work of tidyings.reverse()) {
    await work().catch((error: Error) => {
      console.error(error.message)
      process.exitCode = 1
    })
  }
}
