import { expect, test, vi } from "vitest"
import { nextAuthProviders } from "./providers"

vi.stubEnv("DATABASE_URL", "postgres://app:secret@localhost/app")
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
vi.stubEnv("AUTH_URL", "http://localhost:3000")
for (const name of ["GOOGLE", "GITHUB"]) {
  vi.stubEnv(`AUTH_${name}_ID`, "loe")
  vi.stubEnv(`AUTH_${name}_SECRET`, "a secret of the test's")
}
vi.stubEnv("OIDC_ISSUER", "https://id.example")
vi.stubEnv("OIDC_CLIENT_ID", "loe")
vi.stubEnv("OIDC_CLIENT_SECRET", "a secret of the test's")

test.each([
  ["google", ["pkce", "state", "nonce"]],
  ["github", ["pkce", "state"]],
  ["oidc", ["pkce", "state", "nonce"]],
])("a callback from %s is held to the browser that left, by %j", (id, checks) => {
  const providers = nextAuthProviders().map((each) =>
    typeof each === "function" ? each() : { ...each, ...each.options },
  )
  expect(providers.find((each) => each.id === id)).toMatchObject({ checks })
})
