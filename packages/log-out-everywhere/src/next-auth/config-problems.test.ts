import { NextRequest } from "next/server.js"
import { expect, test } from "vitest"
import { takesToken } from "./config-problems.ts"
import { NextAuth } from "./next-auth.ts"
import { givenApp, newBrowser, providerOf, site } from "./under-test/door-under-test.ts"

test.each([
  [{ session: { strategy: "jwt" as const } }, "`session.strategy` is"],
  [
    { cookies: { sessionToken: { options: { domain: "example.com" } } } },
    "`cookies.sessionToken.options.domain`",
  ],
  [{ adapter: {} }, "`adapter.createUser` is missing"],
  [
    { callbacks: { session: ({ session, token }) => ({ ...session, plan: token.plan }) } },
    "`callbacks.session` takes `token`",
  ],
  [{ providers: [providerOf(() => ({}))] }, 'The provider "elsewhere" does not say'],
] satisfies [Parameters<typeof givenApp>[0], string][])(
  "a configuration that would not hold is refused at start: %#",
  (change, problem) => {
    expect(() => givenApp(change)).toThrow(problem)
  },
)

test("every problem is told at once, with the line to write", () => {
  const change = { session: { strategy: "jwt" as const }, providers: [providerOf(() => ({}))] }
  expect(() => givenApp(change)).toThrow(/take the line out.*\n- .*write `isVerified:/s)
})

test("a configuration may be a function, and then tells its problems with the first request", async () => {
  const { loe, config } = givenApp()
  const { handlers, auth } = NextAuth(loe, async () => config)
  const browser = newBrowser(handlers)
  await browser.logIn("ann")
  expect(await browser.sees()).toBe("ann")
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ")
  const route = auth((request) => Response.json(request.auth?.user))
  const answer = await route(new NextRequest(site, { headers: { cookie } }), {} as never)
  expect(await (answer as Response).json()).toMatchObject({ name: "ann" })

  const broken = NextAuth(loe, () => ({ ...config, session: { strategy: "jwt" } }))
  await expect(newBrowser(broken.handlers).ask("session")).rejects.toThrow("`session.strategy`")
})

test.each([
  ["({ session, token }) => session", true],
  ["async ({ session, token: { sub } }) => session", true],
  ["session({session:a,token:b}){return a}", true],
  ["async session(params) { return params.token }", true],
  ["params => params?.token", true],
  ["async function session(asked) { const { session, token } = asked; return session }", true],
  ["({ session, user }) => session", false],
  ["({ session: { sessionToken } }) => sessionToken", false],
  ["({ session, user }) => ({ ...session, token: user.id })", false],
  ["async session(params) { return params.session }", false],
  ["() => null", false],
])("%s takes the token: %s", (text, takes) => {
  expect(takesToken(text)).toBe(takes)
})
