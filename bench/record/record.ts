import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type Picture, svgOf } from "./chart"
import { machineFacts } from "./machine"

/** What a run found: told while it goes on, and kept as a page with pictures. */
export interface BenchRecord {
  /** Prints Markdown, and keeps it. */
  readonly tell: (text: string) => void
  /** Keeps a picture below what has been told, as a file of this name. */
  readonly draw: (name: string, picture: Picture) => Promise<void>
  /** Writes the page, also of a run that misses a target. Names the PostgreSQL that was measured. */
  readonly keep: (postgres: string) => void
}

interface Run {
  /** The part of the bench, which its files are named after. */
  readonly part: string
  readonly title: string
  /** As it was asked for. */
  readonly command: string
  readonly folder: string
}

export function openRecord({ part, title, command, folder }: Run): BenchRecord {
  const factsNow = machineFacts()
  const told: string[] = []
  mkdirSync(folder, { recursive: true })

  return {
    tell(text) {
      console.log(`\n${text}`)
      told.push(text)
    },
    async draw(name, picture) {
      const file = `${part}-${name}.svg`
      writeFileSync(path.join(folder, file), await svgOf(picture))
      told.push(`![${picture.title}](${file})`)
    },
    keep(postgres) {
      const file = path.join(folder, `${part}.md`)
      const page = [`# ${title}`, `Written by \`${command}\`.`, factsNow(postgres), ...told]
      writeFileSync(file, `${page.join("\n\n")}\n`)
      console.log(`\nKept in ${file}.`)
    },
  }
}
