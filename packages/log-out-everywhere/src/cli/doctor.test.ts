import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, expect, onTestFinished, test } from "vitest"
import {
  appWith,
  asked,
  database,
  folder,
  heard,
  plain,
  removeFolder,
} from "@/test/adopters/init-under-test"
import { doctor } from "./doctor.ts"
import { init } from "./init.ts"

afterAll(removeFolder)

test("doctor says that the tables are not there", async () => {
  appWith(plain)
  const { connection } = await database()
  expect((await doctor(connection.query, { folder })).problems).toEqual([
    "The add-on's tables are not there. Run: npx log-out-everywhere init",
  ])
})

test("doctor names what is watched, and what no trigger watches", async () => {
  appWith(plain)
  const { connection, pool } = await database()
  await init(connection, { ...asked, yes: true }, heard().terminal)
  expect(await doctor(connection.query, { folder })).toEqual({
    problems: [],
    notes: [
      "A trigger watches the disabled in User.",
      "A trigger watches the password in User.",
      "A trigger watches the provider in Account.",
    ],
  })
  await pool.query(`DROP TRIGGER log_out_everywhere_password ON "User"`)
  expect((await doctor(connection.query, { folder })).problems).toEqual([
    "No trigger sees to it that a new value of User.passwordHash ends everything that its user has open. Run `npx log-out-everywhere init`, or call `loe.in(tx)` in each transaction that writes it.",
  ])
})

test("doctor finds a running app that sets its session's cookie on a page, and one that does not", async () => {
  appWith(plain)
  const { connection } = await database()
  await init(connection, { ...asked, yes: true }, heard().terminal)
  let setsCookie = true
  const app = createServer((_, answer) => {
    if (setsCookie)
      answer.setHeader("set-cookie", "authjs.session-token=again; Path=/; Max-Age=2592000")
    answer.end("a page")
  })
  await new Promise<void>((done) => void app.listen(0, "127.0.0.1", done))
  onTestFinished(() => void app.close())
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
  expect((await doctor(connection.query, { folder, url })).problems[0]).toMatch(
    /sets the session's cookie on a request that only looks/,
  )
  setsCookie = false
  expect((await doctor(connection.query, { folder, url })).problems).toEqual([])
})
