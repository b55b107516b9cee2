/** docs/adapter.md, taken literally: what it tells an engineer to copy, to install and to write. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { sourceFiles } from "./source-files"

export interface Guide {
  /** Files and folders of this project. */
  readonly copied: readonly string[]
  /** Of each package that it installs, the version. */
  readonly packages: Readonly<Record<string, string>>
  /** The text of each file that it prints. */
  readonly printed: Readonly<Record<string, string>>
}

export function readGuide(): Guide {
  const text = readFileSync("docs/adapter.md", "utf8")
  const rows = text.matchAll(/^\| `([\w/-]+)` \| (all|(?:`[\w.-]+` ?)+) \|/gm)
  const installed = text.matchAll(/ (@?[\w./-]+)@(\d[\w.-]*)/g)
  const blocks = text.matchAll(/^```\w+\n(?:\/\/|#) (\S+)\n(.*?)^```$/gms)
  return {
    copied: [...rows].flatMap(([, folder = "", names = ""]) => filesOf(folder, names)),
    packages: pairs(installed),
    printed: pairs(blocks),
  }
}

function filesOf(folder: string, names: string): string[] {
  if (names === "all") return sourceFiles(folder).filter((file) => !/\.test\.ts$/.test(file))
  return [...names.matchAll(/`([\w.-]+)`/g)].map(([, name = ""]) => `${folder}/${name}`)
}

const pairs = (matches: Iterable<RegExpMatchArray>) =>
  Object.fromEntries([...matches].map(([, key = "", value = ""]) => [key, value]))

/** Lays out an app that has what a new one has, what the guide gives it, and nothing else. */
export function layOut(app: string, { copied, packages, printed }: Guide): void {
  for (const file of copied) cpSync(file, path.join(app, file), { recursive: true })
  for (const [file, text] of Object.entries({ ...newApp, ...printed })) {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true })
    writeFileSync(path.join(app, file), text)
  }
  for (const name of [...ofNewApp, ...Object.keys(packages)]) {
    const place = path.join(app, "node_modules", name)
    mkdirSync(path.dirname(place), { recursive: true })
    symlinkSync(path.resolve("node_modules", name), place, "junction")
  }
}

const ofNewApp = [
  ...["next", "react", "react-dom", "typescript"],
  ...["@types/node", "@types/react", "@types/react-dom"],
]

/** As create-next-app writes it, but for the styles and for what the guide prints whole. */
const newApp = {
  "package.json": `{ "name": "bare", "private": true }`,
  "next.config.ts": "export default {}\n",
  "app/page.tsx": "export default () => <p>Home</p>\n",
  "app/layout.tsx": `export default function RootLayout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
}
