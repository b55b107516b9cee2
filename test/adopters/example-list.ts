import type { HttpClient } from "@/test/http/http-client"
import { actingForms, press } from "@/test/http/http-form"

const path = "/account/devices"

/** What the list of sessions in the example shows and ends, button by button: `alive` says who still is. */
export async function endsByTheList(laptop: HttpClient, alive: () => Promise<readonly number[]>) {
  const { body } = await laptop.ask(path)
  const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0
  const secrets = [...laptop.cookies.values()].filter((value) => value.length === 43)
  // The second row is the one that was used last.
  const [, last] = actingForms(body, path).filter((form) => form.body.has("tokenId"))
  await laptop.ask(path, { method: "POST", body: last?.body ?? null })
  const one = await alive()
  await press(laptop, path, "Log out other devices (1)")
  const others = await alive()
  await press(laptop, path, "Log out")
  return {
    rows: count(/<li data-loe="session"/g),
    current: count(/data-current/g),
    showsSecret: secrets.some((secret) => body.includes(secret)),
    ...{ one, others, here: await alive() },
  }
}
