import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { expect, onTestFinished, test, vi } from "vitest"
import { demandFreePort, ownPlace, portRefusal } from "./port"

test("a port that another program has is refused before anything slow begins, with another one to take", async () => {
  const other = createServer().listen(0, "127.0.0.1")
  await once(other, "listening")
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  await expect(demandFreePort({ host: "127.0.0.1", port }, "npm start")).rejects.toThrow(
    `Port ${port} is taken. Choose another one: PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
  )
})

// The first needs an account that is not root's, which not every machine has for a test.
test.each([
  [
    "EACCES",
    "Port 80 is kept for the system's administrator. Choose one from 1024 up: PORT=3000 npm start",
  ],
  ["EADDRNOTAVAIL", "HOST is 192.0.2.1, which is no network address of this machine."],
  ["EPERM", "Port 80 cannot be used: EPERM."],
])("%s is told in a sentence that helps", (code, sentence) => {
  expect(portRefusal(code, { host: "192.0.2.1", port: 80 }, "npm start")).toBe(sentence)
})

test("a command for one's own machine listens on that machine alone, unless it is told where", () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv("HOST", "")
  vi.stubEnv("PORT", "")
  expect(ownPlace()).toEqual({ host: "127.0.0.1", port: 3000 })
  vi.stubEnv("HOST", "0.0.0.0")
  vi.stubEnv("PORT", "4000")
  expect(ownPlace()).toEqual({ host: "0.0.0.0", port: 4000 })
})
