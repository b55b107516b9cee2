import { createReadStream, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { createInterface } from "node:readline"
import { expect, test } from "@/e2e/support/fixtures"
import {
  apiTokensIn,
  leaksIn,
  leaksOf,
  linkSecretsIn,
  passwordsIn,
  type Secrets,
  sessionSecretsIn,
} from "@/test/http/leaks"
import type { Exchange } from "@/test/http/record-traffic"
import { keptLink, plantedLinks } from "@/test/mail/planted-links"
import { testApp, testAppsFolder } from "@/test/world/app"

/** Runs when every other browser test has: over everything that the apps under test wrote and answered. */
test("no secret came out anywhere in the whole run", async () => {
  test.setTimeout(120_000)
  const ofSessions = new Set<string>()
  const ofLinks = new Set<string>()
  const passwords = new Set<string>()
  const apiTokens: string[] = []
  for await (const exchange of exchanges()) {
    for (const secret of sessionSecretsIn(exchange)) ofSessions.add(secret)
    for (const secret of linkSecretsIn(exchange)) ofLinks.add(secret)
    for (const password of passwordsIn(exchange)) passwords.add(password)
    apiTokens.push(...apiTokensIn(exchange))
  }
  expect(ofSessions.size).toBeGreaterThan(100)
  expect(ofLinks.size).toBeGreaterThan(10)
  expect(passwords.size).toBeGreaterThan(20)
  expect(apiTokens.length).toBeGreaterThan(2)
  expect(new Set(apiTokens).size, "API tokens that were shown, each once").toBe(apiTokens.length)

  const secrets: Secrets = { ofSessions, ofLinks, ofApp: ofApp() }
  const leaks = new Set<string>()
  for await (const exchange of exchanges()) {
    for (const leak of leaksOf(exchange, secrets)) leaks.add(leak)
  }
  for (const file of filesOf(".log")) {
    const text = readFileSync(file, "utf8")
    for (const leak of leaksIn(text, secrets)) leaks.add(`the log: ${leak}`)
    if ([...passwords].some((password) => text.includes(password))) {
      leaks.add("the log: a password that was typed")
    }
  }
  expect([...leaks]).toEqual([])
})

test("the served app has expunged what was over-old when it started, and nothing younger", async () => {
  const planted = () => plantedLinks(testApp().ownerUrl)
  await expect.poll(planted, { timeout: 80_000 }).toEqual([keptLink])
})

/** Of the app that most tests share; each other app has its own. */
function ofApp(): string[] {
  const { authSecret, oidc, databaseUrl, ownerUrl } = testApp()
  const databasePasswords = [databaseUrl, ownerUrl].map((url) => new URL(url).password)
  return [authSecret, oidc.clientSecret, ...databasePasswords].filter((secret) => secret.length > 8)
}

const filesOf = (ending: string) =>
  readdirSync(testAppsFolder)
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(testAppsFolder, name))

async function* exchanges(): AsyncGenerator<Exchange> {
  for (const file of filesOf(".traffic")) {
    for await (const line of createInterface(createReadStream(file))) yield JSON.parse(line)
  }
}
