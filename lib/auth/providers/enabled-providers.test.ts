import { afterEach, beforeEach, expect, test, vi } from "vitest"

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nothing")
  vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
})
afterEach(() => vi.unstubAllEnvs())

const google = { AUTH_GOOGLE_ID: "google-id", AUTH_GOOGLE_SECRET: "google-key" }
const github = { AUTH_GITHUB_ID: "github-id", AUTH_GITHUB_SECRET: "github-key" }
const oidc = {
  OIDC_ISSUER: "https://id.example.com",
  OIDC_CLIENT_ID: "oidc-id",
  OIDC_CLIENT_SECRET: "oidc-key",
}

test.each([
  ["nothing", {}, [], ["magic_link"]],
  ["Google's keys", google, ["Google"], ["magic_link", "google"]],
  ["GitHub's keys", github, ["GitHub"], ["magic_link", "github"]],
  ["an OpenID provider's keys", oidc, ["Single sign-on"], ["magic_link", "oidc"]],
  [
    "everybody's keys",
    { ...google, ...github, ...oidc, OIDC_NAME: "Our office" },
    ["Google", "GitHub", "Our office"],
    ["magic_link", "google", "github", "oidc"],
  ],
])(
  "with %s set, exactly their log-ins are offered, and NextAuth takes exactly them",
  async (_, env, offered, taken) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const { enabledProviders, nextAuthProviders } = await import("./providers")

    expect(enabledProviders().map(({ name }) => name)).toEqual(offered)
    const made = nextAuthProviders().map((provider) =>
      typeof provider === "function" ? provider() : provider,
    )
    expect(made.map(({ id }) => id)).toEqual(taken)
    // The link by mail is no button, and every button leads somewhere.
    expect(enabledProviders().map(({ id }) => id)).toEqual(taken.slice(1))
  },
)

test.each([
  ["google", google],
  ["github", github],
])("NextAuth brings %s the keys that are set", async (id, keys) => {
  for (const [name, value] of Object.entries(keys)) vi.stubEnv(name, value)
  const { nextAuthProviders } = await import("./providers")
  expect(nextAuthProviders()).toContainEqual(
    expect.objectContaining({
      id,
      options: expect.objectContaining({
        clientId: `${id}-id`,
        clientSecret: `${id}-key`,
      }),
    }),
  )
})
