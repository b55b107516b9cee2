import { expect, test } from "@/e2e/support/fixtures"
import { accountPages } from "@/lib/names/account-pages"
import { HttpClient } from "@/test/http/http-client"

/** A page, an error of each kind, an endpoint, and files. */
const paths = [
  "/login",
  "/nothing/is/here",
  "/favicon.ico",
  "/favicon.ico.html",
  "/_next/image?url=http://127.0.0.1/&w=64&q=75",
  "/_next/static/nothing.js",
  "/api/auth/session",
  "/api/health",
  "/api/log-out",
  "/icon.svg",
]

test("every answer says how it may be used, and nothing about what made it", async ({
  address,
}) => {
  for (const path of paths) {
    const { headers } = await new HttpClient(address).ask(path)
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
    expect(headers.get("x-frame-options"), path).toBe("DENY")
    expect(headers.get("referrer-policy"), path).toBe("same-origin")
    expect(headers.get("permissions-policy"), path).toContain("camera=()")
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin")
    expect(headers.get("x-powered-by"), path).toBe(null)
    expect(headers.get("server"), path).toBe(null)
    expect(headers.get("strict-transport-security"), path).toBe(null)
  }
})

test("search engines keep the log-in page and the documentation, and nothing else", async ({
  address,
}) => {
  const client = new HttpClient(address)
  for (const path of ["/login", "/api-docs"]) {
    expect((await client.ask(path)).headers.get("x-robots-tag"), path).toBe(null)
  }
  const mailed = [
    "reset-password",
    "magic-link",
    "invitation",
    "confirm-email",
    "undo-email-change",
  ]
  for (const path of [...mailed, "report", "link/report?secret=x", "account/security", "login/x"]) {
    expect((await client.ask(`/${path}`)).headers.get("x-robots-tag"), path).toBe("noindex")
  }
})

test("password managers are led to the form that changes the password", async ({
  user,
  openOnNewDevice,
}) => {
  const page = await openOnNewDevice(user, { path: "/.well-known/change-password" })
  await expect(page).toHaveURL(accountPages.password)
  await expect(page.getByLabel("New password", { exact: true })).toBeInViewport()
})

test("every page has a policy, whatever its address looks like", async ({ address }) => {
  const client = new HttpClient(address)
  for (const path of paths) {
    const { headers } = await client.ask(path)
    if (!headers.get("content-type")?.startsWith("text/html")) continue
    expect(headers.get("content-security-policy"), path).toContain("script-src 'self' 'nonce-")
  }
})

test("a client chooses neither the nonce nor the policy", async ({ address }) => {
  const nonce = "YXR0YWNrZXIncyBub25jZQ=="
  const client = new HttpClient(address, {
    "X-Nonce": nonce,
    "Content-Security-Policy": `script-src 'nonce-${nonce}'`,
    "X-Middleware-Subrequest": "proxy:proxy:proxy:proxy:proxy",
    "X-Middleware-Override-Headers": "x-nonce",
    "X-Middleware-Request-X-Nonce": nonce,
  })
  for (const path of ["/login", "/nothing/is/here", "/favicon.ico"]) {
    const { headers, body } = await client.ask(path)
    expect(headers.get("content-security-policy")).toContain("script-src 'self' 'nonce-")
    expect(headers.get("content-security-policy")).not.toContain(nonce)
    expect(body).not.toContain(nonce)
  }
})

test("the headers of Next's own workings open no page", async ({ address }) => {
  for (const headers of [
    { "X-Middleware-Subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "X-Middleware-Prefetch": "1" },
    { "X-Invoke-Path": "/login", "X-Matched-Path": "/login", "X-Invoke-Status": "200" },
    { "X-Middleware-Rewrite": "/login", "X-Rewrite-URL": "/login", "X-Original-URL": "/login" },
    { Rsc: "1", "Next-Router-State-Tree": "%5B%22%22%5D", "Next-Url": "//evil.example" },
    { Rsc: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  ]) {
    const { body } = await new HttpClient(address, headers).ask("/account/security")
    expect(body).not.toContain("Your sessions")
  }
})

test("no source map is served, and no script says where one is", async ({ address }) => {
  const client = new HttpClient(address)
  const { body } = await client.ask("/login")
  const files = [...body.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(
    ([, file]) => file,
  )
  expect(files.length).toBeGreaterThan(3)
  for (const file of new Set(files)) {
    const { body } = await client.ask(`${file}`)
    expect(body).not.toContain("sourceMappingURL")
    expect(body).not.toContain(process.cwd())
    expect(await client.ask(`${file}.map`)).toMatchObject({ status: 404 })
  }
})

test("nothing beside the app is served", async ({ address }) => {
  const client = new HttpClient(address)
  for (const path of [
    "/.env",
    "/.git/config",
    "/package.json",
    "/.next/BUILD_ID",
    "/.cache/test-apps",
    "/prisma/schema.prisma",
    "/_next/static/..%2f..%2f..%2fpackage.json",
    "/_next/static/%2e%2e/%2e%2e/server/app/login.html",
    "/_next/../package.json",
  ]) {
    const { status, body } = await client.ask(path)
    expect([400, 404], path).toContain(status)
    expect(body).not.toMatch(/"dependencies"|DATABASE_URL|datasource db/)
  }
})
