import { beforeEach, describe, expect, test, vi } from "vitest"
import { given } from "../acts/facade-under-test.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import {
  type Answer,
  describeFace,
  type Face,
  type FaceWorld,
  type Sent,
} from "../testing/face-contract.ts"
import { hours, lifetimes, policy } from "../testing/options-under-test.ts"
import { type NextOptions, next } from "./next.ts"
import { arrive, setCookies } from "./request-under-test.ts"

vi.mock("next/headers.js", async () => (await import("./request-under-test.ts")).nextHeaders)

const origin = "https://app.example"
const own = { "sec-fetch-site": "same-origin" }
const orElse = (why: string): never => {
  throw new Error(`turned away: ${why}`)
}
const options: NextOptions = { origin, orElse }

describeFace("Next", makeNextFace, { describe, test, expect })

function makeNextFace({ loe, verify }: FaceWorld): Face {
  const face = next(loe, options)
  /** What `orElse` throws Next answers by a redirect. */
  const answer = async ({ headers }: Sent, run: () => Promise<string | null>): Promise<Answer> => {
    arrive(headers)
    const body = await run().catch((error: Error) => {
      if (!error.message.startsWith("turned away")) throw error
      return null
    })
    return { status: body === null ? 303 : 200, setCookies: setCookies(), body: body ?? "" }
  }
  const done = ({ ok }: { readonly ok: boolean }) => (ok ? "done" : null)
  return {
    origin,
    cookieName: face.cookie.name,
    logIn: (sent) =>
      answer(sent, async () => {
        const { name = "", password = "" } = sent.form
        return done(
          await face.logIn(async () => {
            const userId = await verify(name, password)
            return userId === null ? null : { userId, method: "password" }
          }),
        )
      }),
    gate: (sent) => answer(sent, async () => (await face.requireSession()).owner.id),
    logOut: (sent) => answer(sent, async () => done(await face.logOut())),
    logOutEverywhere: (sent) => answer(sent, async () => String(await face.logOutEverywhere())),
  }
}

const ann = async () => ({ userId: "ann", method: "password", isRemembered: true })

/** A person who is logged in: what their browser sends from then on. */
async function loggedIn() {
  const session = { standard: hours, remembered: hours }
  const remembering = policy({ lifetimes: { ...lifetimes, session } })
  const world = given(remembering as unknown as AuthenticationOptions)
  const face = next(world.loe, options)
  arrive(own)
  const result = await face.logIn(ann)
  if (!result.ok) throw new Error(result.failure)
  const [header = ""] = setCookies()
  const [cookie = ""] = header.split(";")
  arrive({ cookie })
  return { ...world, face, session: result.value, cookie, header }
}

beforeEach(() => arrive({}))

test("a person who asked for it keeps the cookie until the session's deadline", async () => {
  const { header, session } = await loggedIn()
  expect(header).toMatch(
    /^__Host-loe-session=[\w-]{43}; Path=\/; .*Secure; HttpOnly; SameSite=lax$/,
  )
  expect(/Expires=([^;]+)/.exec(header)?.[1]).toBe(session.expiresAt.toUTCString())
})

test("a page's gate says why it turns somebody away, an action's too", async () => {
  const { face, loe, cookie } = await loggedIn()
  await expect(face.requireActor()).rejects.toThrow("turned away: foreign")
  await loe.logOutEverywhere("ann")
  await expect(face.requireSession()).rejects.toThrow("turned away: revoked")
  arrive({})
  await expect(face.requireSession()).rejects.toThrow("turned away: logged_out")
  arrive({ cookie, ...own })
  await expect(face.requireActor()).rejects.toThrow("turned away: revoked")
})

test("an action is gate, parse, call: with the form, or with a state and the form", async () => {
  const { face, cookie } = await loggedIn()
  const rename = face.action(
    (form) => {
      const name = form.get("name")
      return typeof name === "string" ? { ok: true, value: name } : { ok: false, why: "no name" }
    },
    async ({ owner }, name) => `${owner.id} is ${name}`,
  )
  const form = new FormData()
  await expect(rename(form)).rejects.toThrow("turned away: foreign")
  arrive({ cookie, ...own })
  expect(await rename(form)).toEqual({ ok: false, why: "no name" })
  form.set("name", "Ann")
  expect(await rename(form)).toBe("ann is Ann")
  expect(await rename("any state", form)).toBe("ann is Ann")
  await expect(rename("no form" as never)).rejects.toThrow("without a form")
})

test("a new secret after a new proof: the old cookie is dead", async () => {
  const { face, cookie, session } = await loggedIn()
  arrive({ cookie, ...own })
  expect(await face.rotate()).toMatchObject({ ok: true, value: { id: session.id } })
  const [renewed = ""] = setCookies()[0]?.split(";") ?? []
  arrive({ cookie })
  expect(await face.gate()).toBe(null)
  arrive({ cookie: renewed })
  expect((await face.gate())?.token.id).toBe(session.id)
})

test("the proxy lets a person who is logged in through, and touches and sets nothing", async () => {
  const { loe, cookie } = await loggedIn()
  const touches: boolean[] = []
  const resume: typeof loe.resume = (...asked) => {
    touches.push(asked[2].touch)
    return loe.resume(...asked)
  }
  const proxy = next({ ...loe, resume }, options).proxy(({ url }) => `log in for ${url}`)
  const page = `${origin}/account`
  expect(await proxy(new Request(page, { headers: { cookie } }))).toBe(undefined)
  await loe.logOutEverywhere("ann")
  expect(await proxy(new Request(page, { headers: { cookie } }))).toBe(`log in for ${page}`)
  expect(await proxy(new Request(page))).toBe(`log in for ${page}`)
  expect([touches, setCookies()]).toEqual([[false, false], []])
})

test("the gate of a stream touches nothing, and log out everywhere takes the cookie", async () => {
  const { face, loe, cookie } = await loggedIn()
  const touches: boolean[] = []
  const resume: typeof loe.resume = (...asked) => {
    touches.push(asked[2].touch)
    return loe.resume(...asked)
  }
  const noted = next({ ...loe, resume }, options)
  await noted.gate({ touch: false })
  await noted.gate()
  expect(touches).toEqual([false, true])
  arrive({ cookie, ...own })
  expect(await (await face.logOutEverywhere()).count()).toEqual({ session: 1 })
  expect(setCookies()[0]).toMatch(/^__Host-loe-session=; Path=\/; .*Max-Age=0/)
})

test("the address is what the app reads from its proxy's header", async () => {
  const { loe } = given()
  const addressOf: NextOptions["addressOf"] = (headers) => headers.get("x-client")
  const face = next(loe, { ...options, addressOf })
  const sent = { ...own, "x-client": "2001:db8::1", "x-forwarded-for": "203.0.113.9" }
  arrive(sent)
  const inAction = await face.logIn(ann)
  const request = new Request(origin, { method: "POST", headers: sent })
  const inHandler = await face.web.logIn(request, ann)
  expect(inAction.ok && inAction.value.device.address).toBe("2001:db8::1")
  expect(inHandler.ok && inHandler.value.session.device.address).toBe("2001:db8::1")
})

test("route handlers have the door of the web", async () => {
  const { face, cookie } = await loggedIn()
  const request = new Request(origin, { method: "POST", headers: { cookie, ...own } })
  const left = await face.web.logOut(request)
  expect(left.ok && left.value.get("clear-site-data")).toBe('"cache", "storage"')
  expect(await face.gate()).toBe(null)
})
