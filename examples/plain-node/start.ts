import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto"
import { memoryDatabase } from "log-out-everywhere/testing"
import { makeServer } from "./server"

/** One person and their password, in memory: in your app a store that lasts, and your own users. */
const store = memoryDatabase()
store.tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
const salt = randomBytes(16)
const password = randomBytes(12).toString("base64url")
const hash = scryptSync(password, salt, 32)

const port = 3000
const origin = `http://localhost:${port}`
makeServer(
  store,
  async (name, given) => {
    const isTheirs = timingSafeEqual(hash, scryptSync(given, salt, 32))
    return isTheirs && name === "ann" ? { userId: name, method: "password" } : null
  },
  origin,
).listen(port, "localhost", () => {
  process.stdout.write(`${origin}: log in as ann with ${password}\n`)
})
