import { expect, test } from "vitest"
import { parseSettings, settingsProblems } from "./settings"

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://app:x@127.0.0.1:5432/app",
  AUTH_URL: "https://app.test",
  AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
}

test("complete settings have no problems and become typed values", () => {
  expect(settingsProblems(good)).toEqual([])
  expect(parseSettings({ ...good, PORT: "8080", TRUSTED_PROXY_HOPS: "1" })).toMatchObject({
    databaseUrl: good.DATABASE_URL,
    authUrl: new URL("https://app.test/"),
    port: 8080,
    trustedProxyHops: 1,
    signUp: "closed",
    logLevel: "info",
    isProduction: true,
  })
})

test.each([
  ["every address", {}, undefined],
  ["this machine alone behind a proxy", { TRUSTED_PROXY_HOPS: "2" }, "127.0.0.1"],
  ["where it is told to", { TRUSTED_PROXY_HOPS: "1", HOST: "0.0.0.0" }, "0.0.0.0"],
  ["where it is told to, in IPv6", { HOST: "::1" }, "::1"],
])("the app listens on %s", (_, env, host) => {
  expect(parseSettings({ ...good, ...env }).host).toBe(host)
})

test.each([
  ["English where nothing is said", {}, ["en-GB"]],
  ["what is named, the first for everyone else", { LANGUAGES: "en-GB, en-XB" }, ["en-GB", "en-XB"]],
])("the languages are %s", (_, env, languages) => {
  expect(parseSettings({ ...good, ...env }).languages).toEqual(languages)
})

test.each(["en", "en-GB,tlh", ","])("%s is no list of languages", (LANGUAGES) => {
  const sentence = "LANGUAGES must name one or several of: en-GB, en-XB."
  expect(settingsProblems({ ...good, LANGUAGES })).toEqual([sentence])
})

test("a name of a machine is no address to listen on", () => {
  const sentence =
    "HOST must be a network address of this machine, like 127.0.0.1, or 0.0.0.0 for all."
  expect(settingsProblems({ ...good, HOST: "x86_64-conda-linux-gnu" })).toEqual([sentence])
})

test("every problem is said at once", () => {
  const problems = settingsProblems({ NODE_ENV: "production", PORT: "http", AUTH_GITHUB_ID: "x" })
  for (const name of ["DATABASE_URL", "AUTH_URL", "AUTH_SECRET", "PORT", "AUTH_GITHUB_SECRET"]) {
    expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1)
  }
})

test.each([
  ["an http address off this machine", { AUTH_URL: "http://app.test" }],
  ["an address with a path", { AUTH_URL: "https://app.test/app" }],
  ["a relative address", { AUTH_URL: "app.test" }],
  ["another scheme", { AUTH_URL: "ftp://app.test" }],
  ["a short secret", { AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2Df" }],
  ["a secret of one letter", { AUTH_SECRET: "a".repeat(40) }],
  ["a secret that repeats itself", { AUTH_SECRET: "kV3qk0Yp".repeat(5) }],
  ["a secret from an example", { AUTH_SECRET: "change-me-to-kV3qk0Yp7JYyQmC1nZr8TtW" }],
  [
    "a previous secret that is weak",
    { AUTH_SECRET_PREVIOUS: `${"a".repeat(40)},${"b".repeat(40)}` },
  ],
  ["another kind of database", { DATABASE_URL: "mysql://app@127.0.0.1/app" }],
  ["an unknown sign-up rule", { SIGN_UP: "maybe" }],
  ["a path that depends on where the app runs", { PLACE_DATABASE: "places.mmdb" }],
  ["a credit line without words", { PLACE_CREDIT: "https://db-ip.com" }],
  ["a fraction of a proxy", { TRUSTED_PROXY_HOPS: "0.5" }],
  ["an http provider off this machine", { ...oidc("http://id.test") }],
])("%s is one problem", (_, change) => {
  expect(settingsProblems({ ...good, ...change })).toHaveLength(1)
})

test.each([
  ["IP Geolocation by DB-IP https://db-ip.com", "IP Geolocation by DB-IP", "https://db-ip.com"],
  [" Places by us ", "Places by us", null],
])("PLACE_CREDIT %j is a text, and perhaps where it leads", (line, text, href) => {
  const env = { ...good, PLACE_DATABASE: "/var/lib/places.mmdb", PLACE_CREDIT: line }
  expect(parseSettings(env).places).toEqual({
    file: "/var/lib/places.mmdb",
    credit: { text, href },
  })
  expect(parseSettings({ ...good, PLACE_CREDIT: line }).places).toBeUndefined()
})

test.each([
  ["nothing", undefined, []],
  ["an empty text", "", []],
  ["one", "9f86d081884c7d659a2feaa0c55ad015", ["9f86d081884c7d659a2feaa0c55ad015"]],
  [
    "several, between commas, blanks and line breaks",
    " pW8zL1mN5vB7xK3qR9tY2uI6oA4sD0fG,\n9f86d081884c7d659a2feaa0c55ad015 ",
    ["pW8zL1mN5vB7xK3qR9tY2uI6oA4sD0fG", "9f86d081884c7d659a2feaa0c55ad015"],
  ],
])("AUTH_SECRET seals, and AUTH_SECRET_PREVIOUS may be %s", (_, given, previous) => {
  const { authSecrets } = parseSettings({ ...good, AUTH_SECRET_PREVIOUS: given })
  expect(authSecrets).toEqual([good.AUTH_SECRET, ...previous])
})

test.each([
  ["http on this machine", { AUTH_URL: "http://localhost:3000" }],
  ["a random secret in hexadecimal", { AUTH_SECRET: "9f86d081884c7d659a2feaa0c55ad015" }],
  ["a value that is empty", { MIGRATION_DATABASE_URL: "", AUTH_GOOGLE_ID: "" }],
  ["a provider on this machine", { ...oidc("http://localhost:4000") }],
])("%s is no problem", (_, change) => {
  expect(settingsProblems({ ...good, ...change })).toEqual([])
})

test("outside production the address is this machine's", () => {
  const { AUTH_URL: _, ...rest } = { ...good, NODE_ENV: "development", PORT: "3100" }
  expect(parseSettings(rest).authUrl.href).toBe("http://localhost:3100/")
})

test("a provider appears when all of its settings are there", () => {
  expect(parseSettings({ ...good, ...oidc("https://id.test") }).providers).toEqual({
    google: undefined,
    github: undefined,
    oidc: {
      issuer: "https://id.test",
      clientId: "client",
      clientSecret: "hidden",
    },
  })
})

function oidc(issuer: string) {
  return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "client", OIDC_CLIENT_SECRET: "hidden" }
}
