import { logOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { TokenPurpose } from "../core/token.ts"
import { type FaceGround, failing, type MakeGround } from "./face-contract-ground.ts"
import type { Answer, Face, MakeFace, Sent } from "./face-under-test.ts"

type Way = "logIn" | "gate" | "logOut" | "logOutEverywhere"

/** A face under the default policy, its two people, and as many browsers as a test needs. */
export async function givenFace(makeFace: MakeFace, makeGround: MakeGround) {
  const { database, ids } = await makeGround()
  const people = new Map(Object.entries(ids))
  const passwords = new Map([
    ["ann", "ann's old one"],
    ["bob", "bob's own"],
  ])
  let isDown = false
  let overtake = async () => {}
  const loe = logOutEverywhere({
    store: failing(database, () => {
      if (isDown) throw new Error("The store is down.")
    }),
  })
  const face = await makeFace({
    loe,
    async verify(name, password) {
      const isTheirs = passwords.get(name) === password
      await overtake()
      return isTheirs ? (people.get(name) ?? null) : null
    },
  })

  return {
    face,
    loe,
    ids,
    newBrowser: () => newBrowser(face, ids),
    /** Does this between the reading of a proof and the answer to the log-in. */
    overtakeBy(act: () => Promise<unknown>) {
      overtake = async () => void (await act())
    },
    async changePassword(name: keyof typeof ids, password: string) {
      await database.transact(async (_, __, tx) => {
        passwords.set(name, password)
        await loe.in(tx).passwordChanged(ids[name], { keep: null })
      })
    },
    setDown(isIt: boolean) {
      isDown = isIt
    },
    async secretOf(name: keyof typeof ids, purpose: TokenPurpose): Promise<string> {
      const userId = ids[name]
      const device = { address: null, userAgent: null }
      const mark = await loe.mark()
      const issued = await loe.issue({ purpose, userId, method: "password", mark, device })
      if (!issued.ok) throw new Error("The store under the face refused a token.")
      return issued.value.secret
    },
  }
}

/** What a law has. */
export type Given = Awaited<ReturnType<typeof givenFace>>
export type GiveFace = () => Promise<Given>

/** A browser: it keeps cookies, and says which page sends what. */
export type Browser = ReturnType<typeof newBrowser>

function newBrowser(face: Face, ids: FaceGround["ids"]) {
  const jar = new Map<string, string>()
  async function send(way: Way, form: Sent["form"] = {}, from: Sent["headers"] = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const isRead = way === "gate"
    const own = isRead
      ? { "sec-fetch-site": "none" }
      : { "sec-fetch-site": "same-origin", origin: face.origin }
    const headers = {
      "user-agent": "Mozilla/5.0",
      ...(cookie && { cookie }),
      ...(Object.keys(from).length > 0 ? from : own),
    }
    const sent: Sent = { method: isRead ? "GET" : "POST", headers, form }
    const answer = await face[way](sent).catch(
      (): Answer => ({ status: 500, setCookies: [], body: "" }),
    )
    for (const header of answer.setCookies) keep(jar, header)
    return answer
  }
  return {
    send,
    logIn: (name: string, password: string) => send("logIn", { name, password }),
    /** The name of the person whose page it is shown, or null. */
    async sees(): Promise<string | null> {
      const { status, body } = await send("gate")
      if (status >= 300) return null
      return Object.entries(ids).find(([, id]) => id === body)?.[0] ?? body
    },
    get secret() {
      return jar.get(face.cookieName) ?? null
    },
    bring(secret: string) {
      jar.set(face.cookieName, secret)
    },
  }
}

function keep(jar: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim())
  const [name = "", ...value] = pair.split("=")
  const isOver = attributes.some((attribute) => {
    const [key, given = ""] = attribute.split("=")
    if (key?.toLowerCase() === "max-age") return Number(given) <= 0
    return key?.toLowerCase() === "expires" && Date.parse(given) <= Date.now()
  })
  if (isOver || value.join("=") === "") jar.delete(name)
  else jar.set(name, decodeURIComponent(value.join("=")))
}
