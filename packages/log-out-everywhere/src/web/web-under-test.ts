import type { Result } from "../core/result.ts"
import type { Answer, Face, FaceWorld, Sent } from "../testing/face-contract.ts"
import { web } from "./web.ts"

export const origin = "https://app.example"

/** A small app on the door, as the contract of a face drives it. */
export function makeWebFace({ loe, verify }: FaceWorld): Face {
  const face = web(loe, { origin })
  return {
    origin,
    cookieName: face.cookie.name,
    async logIn(sent) {
      const { name = "", password = "" } = sent.form
      const loggedIn = await face.logIn(asRequest(sent), async () => {
        const userId = await verify(name, password)
        return userId === null ? null : { userId, method: "password" }
      })
      return answered(loggedIn, ({ headers }) => headers)
    },
    async gate(sent) {
      const found = await face.gate(asRequest(sent))
      return found
        ? { status: 200, setCookies: [], body: found.owner.id }
        : { status: 401, setCookies: [], body: "" }
    },
    logOut: async (sent) => answered(await face.logOut(asRequest(sent)), (headers) => headers),
    logOutEverywhere: async (sent) =>
      answered(await face.logOutEverywhere(asRequest(sent)), ({ headers }) => headers),
  }
}

export const asRequest = ({ method, headers, form }: Sent, address = `${origin}/`) =>
  new Request(address, {
    method,
    headers: { ...headers },
    ...(method === "POST" && { body: new URLSearchParams({ ...form }) }),
  })

function answered<Value>(
  result: Result<Value, string>,
  headersOf: (value: Value) => Headers,
): Answer {
  return result.ok
    ? { status: 303, setCookies: headersOf(result.value).getSetCookie(), body: "" }
    : { status: 403, setCookies: [], body: result.failure }
}
