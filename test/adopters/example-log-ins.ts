/** The ways in of examples/next-auth-prisma, as browsers take them. */
import type { HttpClient } from "@/test/http/http-client"
import { press } from "@/test/http/http-form"

export interface Person {
  readonly email: string
  readonly password: string
}

/** Those whom the example's seed makes. */
export const people = [
  { email: "ann@example.com", password: "correct horse" },
  { email: "ben@example.com", password: "battery staple" },
  { email: "cleo@example.com", password: "lantern harbor" },
] as const

/** A browser, and where its log-in has led it. */
export interface LoggedIn {
  readonly client: HttpClient
  readonly location: string | null
}

export async function logInByForm(
  client: HttpClient,
  { email, password }: Person,
): Promise<LoggedIn> {
  const { location } = await press(client, "/login", "Log in", { email, password })
  return { client, location }
}

/** Goes to the provider, which asks for nothing but a name, and comes back. */
export async function logInAtProvider(
  client: HttpClient,
  provider: HttpClient,
  person: { readonly account: string; readonly email: string },
): Promise<LoggedIn> {
  const away = await press(client, "/login", "Log in with Company")
  const asked = await provider.ask(pathOf(away.location))
  const answered = await provider.post(pathOf(asked.location), { ...person, age: "0" })
  const back = await provider.ask(pathOf(answered.location))
  const { location } = await client.ask(pathOf(back.location))
  return { client, location }
}

function pathOf(address: string | null): string {
  const { pathname, search } = new URL(address ?? "", "http://localhost")
  return pathname + search
}
