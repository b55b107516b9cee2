import { randomBytes } from "node:crypto"
import { tokenPurposes } from "log-out-everywhere"
import { expect, test } from "@/e2e/support/fixtures"

const otherPurposes = tokenPurposes.filter((purpose) => purpose !== "session")
const nobodys = randomBytes(32).toString("base64url")

for (const [kind, cookie] of [
  ["nothing", ""],
  ["a secret that was never handed out", nobodys],
  ["a tampered secret", `${nobodys}A`],
  ["markup", "<script>alert(1)</script>"],
  ["SQL", "' OR '1'='1"],
  ["a percent sign that encodes nothing", "%E0%A4%A"],
  ["a null byte, encoded", "%00"],
  ["bytes that are no text, encoded", "%ff%fe"],
  ["eight kilobytes", "x".repeat(8_000)],
] as const) {
  test(`a session cookie that holds ${kind} opens nothing and breaks nothing`, async ({
    askWith,
  }) => {
    const ask = askWith(cookie)
    expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
    expect(await ask("/login")).toMatchObject({ status: 200 })
    expect(await ask("/api/auth/session")).toMatchObject({ status: 200, body: "null" })
    expect(await ask("/api/log-out", { method: "POST" })).toMatchObject({ status: 303 })
  })
}

test("a cookie larger than the server reads is refused as such", async ({ askWith }) => {
  expect(await askWith("x".repeat(20_000))("/account/security")).toMatchObject({ status: 431 })
})

for (const purpose of otherPurposes) {
  test(`a live secret of purpose ${purpose} is no session`, async ({
    user,
    issueTo,
    askWith,
    database,
  }) => {
    expect(await askWith(await issueTo(user))("/account/security")).toMatchObject({ status: 200 })
    const ask = askWith(await issueTo(user, { purpose }))

    expect(await ask("/account/security")).toMatchObject({ status: 307, location: "/login" })
    expect(await ask("/api/auth/session")).toMatchObject({ status: 200, body: "null" })
    await ask("/api/log-out", { method: "POST" })
    const [row] = await database.sql(
      `SELECT * FROM log_out_everywhere.token WHERE "userId" = $1 AND purpose = $2::text`,
      user.id,
      purpose,
    )
    expect(row).toMatchObject({ revokedAt: null })
  })
}
