import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, expect, test } from "vitest"
import { gitHubProfile } from "./github"

/** What GitHub's API answers, by path. */
const answers = new Map<string, unknown>()
const server = createServer(({ url = "", headers }, response) => {
  const answer = headers.authorization === "Bearer ann's" ? answers.get(url) : undefined
  response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? { message: "Not Found" }))
})
server.listen(0, "127.0.0.1")
await once(server, "listening")
afterAll(() => server.close())
const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const own = { email: "ann@example.com", primary: true, verified: true }
const other = { email: "other@example.com", primary: false, verified: true }

test.each([
  ["the primary one, where it is verified", [other, own], own.email, true],
  ["the primary one, verified or not", [other, { ...own, verified: false }], own.email, false],
  ["none, where none is primary", [other], null, false],
  ["none, where the app may not read addresses", undefined, null, false],
])("the address of a GitHub account is %s", async (_, emails, email, isVerified) => {
  answers.set("/user", { id: 7, login: "ann", name: "Ann", email: "shown@example.com" })
  answers.set("/user/emails", emails)
  expect(await gitHubProfile(apiUrl, "ann's")).toEqual({
    id: 7,
    login: "ann",
    name: "Ann",
    email,
    email_verified: isVerified,
  })
})

test("what is no user of GitHub's is nobody", async () => {
  await expect(gitHubProfile(apiUrl, "nobody's")).rejects.toThrow()
})
