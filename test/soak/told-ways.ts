/** How a session ends, is changed or comes back while a page is open at another process. */
import type { Issued } from "log-out-everywhere"
import { accountPages } from "@/lib/names/account-pages"
import { renderedForHeader } from "@/lib/rendered-for"
import { words } from "@/lib/texts/words"
import { type HttpAnswer, HttpClient } from "@/test/http/http-client"
import { submit } from "@/test/http/http-form"
import { sessionCookieName } from "@/test/http/session-cookie"
import { addPerson, issueTo, type Person, type World } from "@/test/world/people"

export interface Scene {
  readonly world: World
  /** The process that is asked for acts. */
  readonly url: string
  readonly person: Person
  /** Theirs, whose page is open at the other process. */
  readonly session: Issued
}

interface Prepared {
  /** Rejects unless it was done. */
  readonly act: () => Promise<unknown>
  /** The secret that the other process lets in before it and not after it; of a session that comes back, the other way round. */
  readonly asked?: string
}

export interface Way {
  /** What the open page is told: that its session has ended, or that something of its person's has changed. */
  readonly tells: "ended" | "changed"
  readonly comesBack?: boolean
  /** How long after its act a session ends, by the clock. */
  readonly inMs?: number
  readonly prepare: (scene: Scene) => Promise<Prepared>
}

const soonMs = 150
const soon = `clock_timestamp() + interval '${soonMs} ms'`
const ofSession = (change: string) => bySql(`UPDATE log_out_everywhere.token SET ${change}`)

export const ways: Readonly<Record<string, Way>> = {
  "log out everywhere": { tells: "ended", prepare: byOwner("POST", () => "log-out-everywhere") },
  "one ended": { tells: "ended", prepare: byOwner("DELETE", (id) => `sessions/${id}`) },
  "password changed": { tells: "ended", prepare: changePassword },
  "account disabled": {
    tells: "ended",
    prepare: byAdministrator(({ person }) => `/admin/users/${person.id}`, "Disable account", {}),
  },
  "everyone logged out": {
    tells: "ended",
    prepare: byAdministrator(() => "/admin/sessions", "Log everyone out", {
      reach: "sessions",
      reason: "A leak was found",
      phrase: words("everyoneOutForm")("phrase"),
    }),
  },
  expired: { tells: "ended", inMs: soonMs, prepare: ofSession(`"expiresAt" = ${soon}`) },
  idle: { tells: "ended", inMs: soonMs, prepare: ofSession(`"idleAt" = ${soon}`) },
  "deleted by hand": {
    tells: "ended",
    prepare: bySql("DELETE FROM log_out_everywhere.token"),
  },
  "disabled by hand": {
    tells: "ended",
    prepare: async ({ world, person }) => ({
      act: () =>
        world.sql(`UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`, [
          person.id,
        ]),
    }),
  },
  "rotated by hand": {
    tells: "changed",
    prepare: ofSession(`hash = sha256(gen_random_uuid()::text::bytea)`),
  },
  "restored by hand": { tells: "changed", comesBack: true, prepare: restore },
}

function bySql(text: string): Way["prepare"] {
  return async ({ world, session }) => ({
    act: () => world.sql(`${text} WHERE id = $1`, [session.token.id]),
  })
}

/** Of the person's sessions another one comes back, of which the open page's list is told. */
async function restore({ world, person }: Scene): Promise<Prepared> {
  const { secret, token } = await issueTo(world, person)
  const revoke = (at: string, reason: string) =>
    world.sql(
      `UPDATE log_out_everywhere.token SET "revokedAt" = ${at}, "revocationReason" = ${reason} WHERE id = $1`,
      [token.id],
    )
  await revoke("now()", "'log_out'")
  return { act: () => revoke("NULL", "NULL"), asked: secret }
}

/** As a script of our own pages does, in another session of the person's. */
function byOwner(method: string, path: (sessionId: string) => string): Way["prepare"] {
  return async ({ world, url, person, session }) => {
    const device = await anotherDevice(world, url, person)
    const headers = { "Sec-Fetch-Site": "same-origin", [renderedForHeader]: person.id }
    return {
      act: async () =>
        demandDone(await device.ask(`/api/v1/${path(session.token.id)}`, { method, headers })),
    }
  }
}

async function changePassword({ world, url, person }: Scene): Promise<Prepared> {
  const newPassword = "seven quiet herons wade"
  return pressing(
    await anotherDevice(world, url, person),
    accountPages.password,
    "Change password",
    {
      ...{ currentPassword: person.password, newPassword, newPasswordAgain: newPassword },
    },
  )
}

function byAdministrator(
  path: (scene: Scene) => string,
  button: string,
  fields: Readonly<Record<string, string>>,
): Way["prepare"] {
  return async (scene) => {
    const administrator = await addPerson(scene.world, { role: "admin" })
    const device = await anotherDevice(scene.world, scene.url, administrator)
    return pressing(device, path(scene), button, fields)
  }
}

/** The page is there already: it is no part of the act. */
async function pressing(
  device: HttpClient,
  path: string,
  button: string,
  fields: Readonly<Record<string, string>>,
): Promise<Prepared> {
  const { body: page } = await device.ask(path)
  return { act: async () => demandDone(await submit(device, path, page, button, fields)) }
}

async function anotherDevice(world: World, url: string, person: Person): Promise<HttpClient> {
  const device = new HttpClient(url, { "X-Forwarded-For": person.address })
  device.cookies.set(sessionCookieName, (await issueTo(world, person)).secret)
  return device
}

function demandDone({ status, body }: HttpAnswer): void {
  if (status === 200 || status === 204) return
  throw new Error(`The act was answered ${status}:\n${body.slice(0, 500)}`)
}
