import { expect, test } from "@/e2e/support/fixtures"

for (const path of ["/", "/account/security", "/login", "/log-out", "/api/auth/session"]) {
  test(`${path} is kept by no cache`, async ({ user, issueTo, askWith }) => {
    for (const secret of [await issueTo(user), ""]) {
      const { headers } = await askWith(secret)(path)
      expect(headers.get("cache-control")).toContain("no-store")
    }
  })
}

test("each answer has a policy with a nonce of its own, which its scripts bear", async ({
  user,
  issueTo,
  askWith,
}) => {
  const ask = askWith(await issueTo(user))
  const nonces = new Set<string>()
  for (const _ of [1, 2]) {
    const { headers, body } = await ask("/account/security")
    const policy = headers.get("content-security-policy") ?? ""
    const nonce = /script-src [^;]*'nonce-([^']{20,})'/.exec(policy)?.[1] ?? ""
    expect(policy).not.toMatch(/script-src [^;]*'unsafe-(inline|eval)'/)
    expect(policy).toContain("frame-ancestors 'none'")
    // People are shown by their initials, so that no page asks another site for a picture of them.
    expect(policy).toContain("img-src 'self' data:;")
    const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(2)
})

test("an answer to a program has a policy without a nonce, which nobody had to make for it", async ({
  user,
  issueTo,
  askWith,
}) => {
  const ask = askWith(await issueTo(user))
  for (const path of ["/api/v1/me", "/api/v1/nothing", "/api/session", "/api/health/ready"]) {
    const { headers, body } = await ask(path)
    expect(headers.get("content-security-policy"), path).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
    expect(headers.get("cache-control"), path).toBe("no-store")
    expect(body, path).not.toContain("<html")
  }
  for (const path of ["/api/nothing", "/api/sessions", "/api/v1"]) {
    expect((await ask(path)).headers.get("content-security-policy"), path).toContain("'nonce-")
  }
})

test("a script without the nonce does not run, and the test notices", async ({
  newDevice,
  complaints,
}) => {
  const page = await newDevice()
  await page.goto("/login")
  const heard = page.waitForEvent("console", (message) => message.type() === "error")
  await page.evaluate(() => {
    const script = document.createElement("div")
    script.innerHTML = `<img src="x" onerror="document.title = 'hijacked'">`
    document.body.append(script)
  })
  await heard
  expect(await page.title()).not.toBe("hijacked")
  await expect.poll(() => complaints.unexpected().join()).toContain("Content Security Policy")
  complaints.expect(/Content Security Policy|status of 404/)
})
