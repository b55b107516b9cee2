/** A small app on the door of Next, built and running, whose sessions are those of a test in this process. */
import { once } from "node:events"
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { text } from "node:stream/consumers"
import type { FaceWorld } from "log-out-everywhere/testing"
import { runIn, serveIn } from "./built-app"
import { installPackage } from "./example-steps"
import { installFrom } from "./installed"
import { files } from "./next-door-files"

const packages = ["next", "react", "react-dom", "typescript", "@types/node", "@types/react"]

/** Builds the app and starts it. */
export async function startNextDoorApp() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loe-next-")))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content.trimStart())
  }
  const { optionalDependencies } = JSON.parse(
    readFileSync("node_modules/next/package.json", "utf8"),
  )
  const compilers = Object.keys(optionalDependencies).filter((each) => /^@next\/swc/.test(each))
  installFrom(".", folder, [...packages, ...compilers])
  await installPackage(folder)

  let world: FaceWorld | undefined
  const control = createServer((asked, answer) => {
    answerFor(world, asked).then(
      (value) => answer.end(JSON.stringify(value ?? null)),
      () => answer.writeHead(500).end(),
    )
  })
  control.listen(0, "127.0.0.1")
  await once(control, "listening")
  const { port } = control.address() as AddressInfo
  const settings = { TEST_WORLD: `http://127.0.0.1:${port}` }
  await runIn(folder, ["next/dist/bin/next", "build"], settings)
  const app = await serveIn(folder, { url: "" }, settings)

  return {
    url: app.url,
    /** From now on these are the app's sessions. */
    standOn(given: FaceWorld) {
      world = given
    },
    async stop() {
      await app.stop()
      control.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What the app calls on its `loe` is called here. */
async function answerFor(world: FaceWorld | undefined, asked: IncomingMessage): Promise<unknown> {
  if (!world) throw new Error("The app has no sessions yet.")
  const [method, ...given] = JSON.parse(await text(asked))
  const methods = { ...world.loe, verify: world.verify } as unknown as Record<string, Method>
  return methods[method]?.(...given)
}

type Method = (...given: readonly unknown[]) => Promise<unknown>
