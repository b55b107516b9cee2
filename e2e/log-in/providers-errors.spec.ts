import { connect, newIdentity } from "@/e2e/support/at-provider"
import { expect, test } from "@/e2e/support/fixtures"
import { ProviderVisitor } from "@/e2e/support/http-provider"

type Tampering = readonly [what: string, change: (query: URLSearchParams) => void]

/** What comes back to the app is not what the provider sent. */
const onTheWayBack: readonly Tampering[] = [
  ["a state that is not ours", (query) => query.set("state", "forged")],
  ["no state", (query) => query.delete("state")],
  ["a code that the provider never gave", (query) => query.set("code", "forged")],
  ["no code", (query) => query.delete("code")],
  ["the name of another provider", (query) => query.set("iss", "http://evil.example")],
  ["nothing", (query) => clear(query)],
  ["an error made of markup", (query) => query.set("error", "<script>alert(1)</script>")],
]

/** The provider is asked for something else than the app wanted. */
const onTheWayThere: readonly Tampering[] = [
  ["an identity token of another log-in", (query) => query.set("nonce", "forged")],
  ["a code of another browser", (query) => query.set("code_challenge", "A".repeat(43))],
]

for (const [what, change] of onTheWayBack) {
  test(`a callback with ${what} ends at the log-in page, without a session`, async ({
    user,
    database,
    address,
  }) => {
    const identity = newIdentity()
    await connect(database, user, identity)
    const visitor = new ProviderVisitor(address)
    const callback = new URL(await visitor.visit(await visitor.startLogIn(), identity))
    change(callback.searchParams)

    await expectRefusal(visitor, await visitor.comeBack(callback.href))
    expect(await database.sessionsOf(user.id)).toEqual([])
  })
}

for (const [what, tamper] of onTheWayThere) {
  test(`a callback with ${what} ends at the log-in page, without a session`, async ({
    user,
    database,
    address,
  }) => {
    const identity = newIdentity()
    await connect(database, user, identity)
    const visitor = new ProviderVisitor(address)

    await expectRefusal(visitor, await visitor.logIn(identity, { tamper }))
    expect(await database.sessionsOf(user.id)).toEqual([])
  })
}

test("who turns back at the provider is at the log-in page, with a sentence of ours", async ({
  address,
}) => {
  const visitor = new ProviderVisitor(address)
  const end = await visitor.logIn(newIdentity(), { isCancelled: true })
  const page = await expectRefusal(visitor, end)
  expect(page).not.toContain("cancelled")
})

test("another browser cannot use the answer that the provider gave this one", async ({
  user,
  database,
  address,
}) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const [victim, mallory] = [new ProviderVisitor(address), new ProviderVisitor(address)]
  const callback = await victim.visit(await victim.startLogIn(), identity)

  await expectRefusal(mallory, await mallory.comeBack(callback))
  await mallory.startLogIn()
  await expectRefusal(mallory, await mallory.comeBack(callback))
  expect(await database.sessionsOf(user.id)).toEqual([])
})

test("a code works once", async ({ user, database, address }) => {
  const identity = newIdentity()
  await connect(database, user, identity)
  const visitor = new ProviderVisitor(address)
  const callback = await visitor.visit(await visitor.startLogIn(), identity)
  const replay = new ProviderVisitor(address)
  for (const [name, value] of visitor.app.cookies) replay.app.cookies.set(name, value)

  expect(await visitor.comeBack(callback)).toBe("/")
  expect(await visitor.app.isLoggedIn()).toBe(true)
  await expectRefusal(replay, await replay.comeBack(callback))
  expect(await database.sessionsOf(user.id)).toHaveLength(1)
})

function clear(query: URLSearchParams) {
  for (const name of [...query.keys()]) query.delete(name)
}

async function expectRefusal({ app }: ProviderVisitor, end: string): Promise<string> {
  expect(end).toMatch(/^\/login\?error=/)
  const { status, body } = await app.ask(end)
  expect(status).toBe(200)
  expect(body).toContain("That login didn&#x27;t work. Try again.")
  expect(body).not.toMatch(/<script>alert|node_modules|\bat \w+ \(/)
  expect(await app.isLoggedIn()).toBe(false)
  return body
}
