import { logOutEverywhere } from "log-out-everywhere"
import {
  type Answer,
  describeFace,
  type FaceWorld,
  memoryDatabase,
  type Sent,
} from "log-out-everywhere/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { authentication } from "@/examples/plain-node/authentication"
import type { HttpAnswer } from "@/test/http/http-client"
import { submit } from "@/test/http/http-form"
import { startNextDoorApp } from "./next-door-app"
import { origin } from "./next-door-files"

let app: Awaited<ReturnType<typeof startNextDoorApp>>
let forms = ""

beforeAll(async () => {
  app = await startNextDoorApp()
  forms = await (await fetch(`${app.url}/login`)).text()
}, 300_000)
afterAll(() => app.stop())

describeFace("an app that Next has built", makeFace, { describe, test, expect })

function makeFace(world: FaceWorld) {
  app.standOn(world)
  const act = (button: string) => (sent: Sent) =>
    submit(browserOf(sent), "/login", forms, button, sent.form)
  return {
    origin,
    cookieName: "__Host-loe-session",
    ...{ logIn: act("logIn"), logOut: act("logOut"), logOutEverywhere: act("logOutEverywhere") },
    async gate(sent: Sent): Promise<Answer> {
      const answer = await browserOf(sent).ask("/")
      return { ...answer, body: /<p id="who">(.*?)<\/p>/.exec(answer.body)?.[1] ?? "" }
    },
  }
}

const own = { "sec-fetch-site": "same-origin", origin }

/** A person who is logged in, and how often the app has asked for their session since. */
async function loggedIn() {
  const store = memoryDatabase()
  store.tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
  const loe = logOutEverywhere({ authentication, store })
  const touches: boolean[] = []
  const resume: typeof loe.resume = (...asked) => {
    touches.push(asked[2].touch)
    return loe.resume(...asked)
  }
  app.standOn({ loe: { ...loe, resume }, verify: async (name) => name })
  const stranger = browserOf({ headers: own })
  const { setCookies } = await submit(stranger, "/login", forms, "logIn", { name: "ann" })
  const [cookie = ""] = setCookies[0]?.split(";") ?? []
  return { loe, touches, stranger, ann: browserOf({ headers: { ...own, cookie } }) }
}

test("a page that asks twice asks the store once, and a person's request touches", async () => {
  const { ann, touches } = await loggedIn()
  expect((await ann.ask("/")).body).toContain('<p id="who">ann</p>')
  expect(touches).toEqual([true])
})

test("the proxy lets nobody in without a live session, touches nothing and sets no cookie", async () => {
  const { ann, stranger, loe, touches } = await loggedIn()
  expect((await ann.ask("/behind")).body).toContain("<p>behind</p>")
  expect(touches).toEqual([false])
  await loe.logOutEverywhere("ann")
  for (const browser of [ann, stranger]) {
    const { status, location, setCookies } = await browser.ask("/behind")
    expect([status, location, setCookies]).toEqual([302, expect.stringMatching("why=proxy"), []])
  }
})

test("a wrapped action runs for a person who is logged in, and for nobody else", async () => {
  const { ann, stranger } = await loggedIn()
  const rename = (browser: typeof ann) =>
    submit(browser, "/login", forms, "rename", { name: "Ann" }).then(({ location }) => location)
  expect(await rename(ann)).toContain("/renamed/ann/Ann")
  expect(await rename(stranger)).toContain("/login?why=logged_out")
})

test("a route handler logs out with all that the pages have kept", async () => {
  const { ann } = await loggedIn()
  const { headers, setCookies } = await ann.ask("/out", { method: "POST" })
  expect(headers.get("clear-site-data")).toBe('"cache", "storage"')
  expect(setCookies).toEqual([expect.stringMatching(/^__Host-loe-session=; .*Max-Age=0/)])
  expect((await ann.ask("/")).location).toContain("why=revoked")
})

/** What a browser sends, as the app's proxy hands it on. */
const browserOf = ({ headers }: Pick<Sent, "headers">) => ({
  async ask(path: string, init: RequestInit = {}): Promise<HttpAnswer> {
    const forwarded = { "x-forwarded-host": new URL(origin).host, "x-forwarded-proto": "https" }
    const sent = { ...init, headers: { ...headers, ...forwarded }, redirect: "manual" } as const
    const answer = await fetch(app.url + path, sent)
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get("location"),
      setCookies: answer.headers.getSetCookie(),
      body: await answer.text(),
    }
  },
})
