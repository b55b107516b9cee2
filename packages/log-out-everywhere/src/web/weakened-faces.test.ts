import { expect, test } from "vitest"
import { fail } from "../core/result.ts"
import { tokenPurposes } from "../core/token.ts"
import { type Answer, describeFace, type Face, type FaceWorld } from "../testing/face-contract.ts"
import { makeWebFace, origin } from "./web-under-test.ts"

type Loe = FaceWorld["loe"]

/** A face on a facade that does something else than it should. */
const on = (weaken: (loe: Loe) => Partial<Loe>) => (world: FaceWorld) =>
  makeWebFace({ ...world, loe: { ...world.loe, ...weaken(world.loe) } })

/** A face of which each answer is changed on its way. */
const answering =
  (change: (answer: Answer, face: Face) => Partial<Answer>) => (world: FaceWorld) => {
    const face = makeWebFace(world)
    const changed =
      (way: "logIn" | "gate" | "logOut" | "logOutEverywhere") =>
      async (...sent: Parameters<Face["gate"]>) => {
        const answer = await face[way](...sent)
        return { ...answer, ...change(answer, face) }
      }
    return {
      ...face,
      ...{ logIn: changed("logIn"), gate: changed("gate"), logOut: changed("logOut") },
      logOutEverywhere: changed("logOutEverywhere"),
    }
  }

test.each([
  [
    "takes its mark after the proof",
    on((loe) => ({ issue: async (to) => loe.issue({ ...to, mark: await loe.mark() }) })),
    /^a(n overtaken log-in leaves| log-in that .* overtakes)/,
  ],
  [
    "takes an outage for a log-out",
    on((loe) => ({
      resume: (...asked) => loe.resume(...asked).catch(() => fail("unknown")),
    })),
    /^while the store is down, (gate|logOutEverywhere) fails/,
  ],
  [
    "takes any purpose's token for a session",
    on((loe) => ({
      async resume(_, secret, touching) {
        const found = []
        for (const purpose of tokenPurposes) found.push(await loe.resume(purpose, secret, touching))
        return found.find(({ ok }) => ok) ?? fail("unknown")
      },
    })),
    /^a token of the purpose .* opens nothing$/,
  ],
  [
    "only takes the cookie at log-out",
    on(() => ({ logOut: async () => true })),
    /^(a cookie that was kept|a log-in makes its own secret|while the store is down, logOut)/,
  ],
  [
    "ends something else than sessions",
    on((loe) => ({
      logOutEverywhere: (userId) => loe.logOutEverywhere(userId, { purposes: ["api"] }),
    })),
    /^(log out everywhere ends|a cookie that was kept)/,
  ],
  [
    "leaves the session that the browser had",
    on((loe) => ({ issue: ({ replaces: _, ...to }) => loe.issue(to) })),
    /^a log-in makes its own secret, and ends/,
  ],
  [
    "takes the cookie from a person who is not let in",
    answering(({ status, setCookies }, { cookieName }) =>
      status === 401 ? { setCookies: [...setCookies, `${cookieName}=; Max-Age=0`] } : {},
    ),
    /^reading gives no cookie and takes none/,
  ],
  [
    "sets the cookie again at each reading",
    answering(({ status, setCookies }, { cookieName }) =>
      status === 200 ? { setCookies: [...setCookies, `${cookieName}=again`] } : {},
    ),
    /^(reading gives no cookie|log out|a cookie that was kept|a log-in|after a|while|what|an over)/,
  ],
  [
    "lets scripts read the cookie",
    answering(({ setCookies }) => ({
      setCookies: setCookies.map((header) => header.replace("; HttpOnly", "")),
    })),
    /^the cookie is kept from scripts/,
  ],
  [
    "takes forms from everywhere",
    (world: FaceWorld) => {
      const face = makeWebFace(world)
      const own = { "sec-fetch-site": "same-origin", origin }
      const asOwn =
        (way: "logIn" | "logOut" | "logOutEverywhere") =>
        (...[sent]: Parameters<Face["gate"]>) =>
          face[way]({ ...sent, headers: { ...sent.headers, ...own } })
      const logOutEverywhere = asOwn("logOutEverywhere")
      return { ...face, logIn: asOwn("logIn"), logOut: asOwn("logOut"), logOutEverywhere }
    },
    /^what .* sends neither acts nor logs in$/,
  ],
])("the contract refuses a face that %s", async (_, makeFace, broken) => {
  const laws = new Map<string, () => Promise<void>>()
  const tools = {
    describe: (_: string, body: () => void) => body(),
    test: (name: string, body: () => Promise<void>) => void laws.set(name, body),
    expect,
  }
  describeFace("a weakened face", makeFace as Parameters<typeof describeFace>[1], tools)
  const failing: string[] = []
  for (const [name, law] of laws) await law().catch(() => failing.push(name))
  expect(failing.length).toBeGreaterThan(0)
  for (const name of failing) expect(name).toMatch(broken)
})
