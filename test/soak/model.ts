/** Every order in which the steps of the models can come, by SPIN. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Outcome } from "./figures"

const folder = "models"

/** Whether what the models need is installed. */
const tools = () =>
  [
    ["spin", "-V"],
    ["gcc", "--version"],
  ].every(([program = "", option = ""]) => spawnSync(program, [option]).status === 0)

/** With each guard that a model names, nothing may be wrong; without one, something must be. */
export function soakModels(): Outcome {
  if (!tools()) {
    const note = "NOT RUN: SPIN and gcc are not installed here (on Debian: apt install spin gcc)."
    return { figures: {}, broken: [], notes: [note] }
  }
  const figures: Record<string, { readonly states: number; readonly errors: number }> = {}
  const broken: string[] = []
  for (const model of readdirSync(folder)) {
    const guards = new Set(readFileSync(path.join(folder, model), "utf8").match(/WITHOUT_\w+/g))
    for (const without of [undefined, ...guards]) {
      const name = without ? `${model} ${without}` : model
      const found = explore(path.resolve(folder, model), without)
      figures[name] = found
      if (!without && found.errors !== 0) broken.push(`${model} breaks its promise.`)
      if (without && !(found.errors > 0)) broken.push(`${name}: the model does not miss the guard.`)
    }
  }
  return { figures, broken }
}

function explore(model: string, without: string | undefined) {
  const cwd = mkdtempSync(path.join(tmpdir(), "loe-model-"))
  const run = (program: string, ...options: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, options, { cwd, encoding: "utf8" })
    if (status !== 0) throw new Error(`${program} fails:\n${stdout}${stderr}`)
    return stdout
  }
  try {
    run("spin", ...(without ? [`-D${without}`] : []), "-a", model)
    run("gcc", "-O2", "-DSAFETY", "-DCOLLAPSE", "-DMEMLIM=4000", "-o", "pan", "pan.c")
    const told = run("./pan", "-m1000000")
    const number = (pattern: RegExp) => Number(pattern.exec(told)?.[1] ?? Number.NaN)
    if (/max search depth too small|out of memory|reached -DMEMLIM/i.test(told)) {
      throw new Error(`SPIN did not get through ${model}:\n${told}`)
    }
    return { states: number(/(\d+) states, stored/), errors: number(/errors: (\d+)/) }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
