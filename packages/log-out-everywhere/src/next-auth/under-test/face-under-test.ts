import { NextRequest, NextResponse } from "next/server.js"
import type { Adapter } from "next-auth/adapters"
import Credentials from "next-auth/providers/credentials"
import type { Answer, Face, FaceWorld, Sent } from "../../testing/index.ts"
import { asRequest } from "../../web/web-under-test.ts"
import { NextAuth } from "../next-auth.ts"
import { cookieName, secret, site } from "./door-under-test.ts"

/** An app of which NextAuth has the log-in and the log-out, and `auth` the rest. */
export function makeNextAuthFace(adapter: Adapter, { loe, verify }: FaceWorld): Face {
  const { handlers, auth } = NextAuth(loe, {
    ...{ adapter, secret, trustHost: true, useSecureCookies: true },
    providers: [
      Credentials({
        credentials: { name: {}, password: {} },
        async authorize({ name, password }) {
          const id = await verify(String(name), String(password))
          return id === null ? null : { id }
        },
      }),
    ],
    callbacks: { session: ({ session, user }) => ({ ...session, user }) },
    logger: { error() {} },
  })

  /** A page of the app has the token that NextAuth's forms bear; another site's has not. */
  async function post(action: string, sent: Sent): Promise<Answer> {
    const { cookie = "", ...rest } = sent.headers
    const isOwn = sent.headers["sec-fetch-site"] === "same-origin"
    const csrf = await handlers.GET(requestOf("/api/auth/csrf", { ...sent, method: "GET" }))
    const [line = ""] = csrf.headers.getSetCookie()
    const headers = { ...rest, cookie: [cookie, line.split(";")[0]].filter(Boolean).join("; ") }
    const { csrfToken } = await csrf.json()
    const form = { ...sent.form, ...(isOwn && { csrfToken }) }
    return answerOf(
      await handlers.POST(requestOf(`/api/auth/${action}`, { ...sent, headers, form })),
    )
  }

  const route = (work: (userId: string) => Promise<Response>) =>
    auth(async (request) => {
      const { origin } = request.nextUrl
      const from = request.headers.get("origin")
      // As Next holds actions to it.
      if (request.method === "POST" && from !== origin)
        return new NextResponse(null, { status: 403 })
      return request.auth?.user?.id
        ? work(request.auth.user.id)
        : new NextResponse(null, { status: 401 })
    })
  const gate = route(async (userId) => new NextResponse(userId))
  const logOutEverywhere = route(async (userId) => {
    await loe.logOutEverywhere(userId)
    return new NextResponse(null)
  })
  const asked = async (handler: typeof gate, path: string, sent: Sent) =>
    answerOf((await handler(requestOf(path, sent), {} as never)) as Response)

  return {
    origin: site,
    cookieName,
    logIn: (sent) => post("callback/credentials", sent),
    gate: (sent) => asked(gate, "/account", sent),
    logOut: (sent) => post("signout", sent),
    logOutEverywhere: (sent) => asked(logOutEverywhere, "/log-out-everywhere", sent),
  }
}

const requestOf = (path: string, sent: Sent) => new NextRequest(asRequest(sent, site + path))

const answerOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  setCookies: answer.headers.getSetCookie(),
  body: await answer.text(),
})
