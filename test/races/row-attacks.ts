/** What people and programs can do again and again, as the app lets them: each time leaves rows behind. */
import { endablePurposes } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { checkPassword } from "@/lib/auth/next-auth/authorize"
import { type MailWish, mailThrottleOn } from "@/lib/db/throttles/mail-throttle"
import { issueApiToken } from "@/lib/users/account/api-token"
import { requestEmailChange } from "@/lib/users/account/change-email"
import { requestPasswordReset } from "@/lib/users/account/start-password-reset"
import { inviteAgain, inviteUser } from "@/lib/users/admin/invite-user"
import { logEveryoneOut } from "@/lib/users/admin/log-everyone-out"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"
import { tellOfNewDevice } from "@/lib/users/log-in/tell-of-new-device"
import { verifyCredentials } from "@/lib/users/log-in/verify-credentials"
import type { Actor } from "@/lib/users/ports/user"
import { changeEmail } from "@/test/mail/links"
import {
  actorIn,
  addPerson,
  anAdministrator,
  issueTo,
  type Person,
  type World,
} from "@/test/world/people"
import {
  connectAgainAndAgain,
  failFromManyNetworks,
  nameAgainAndAgain,
  writeTheBooks,
} from "./again"
import { newEntrance, type StartParts, startOn } from "./race-parts"
import { sweepAttack } from "./sweeps"

export interface RowAttack {
  /** So often that each bound is met. */
  readonly run: () => Promise<unknown>
  /** How many rows of each kind it may leave behind: a table, and for tokens the purpose. */
  readonly max: Readonly<Record<string, number>>
}

const { policy } = authentication

/** The world's database must be the app's own too. */
export function rowAttacks(world: World): Readonly<Record<string, RowAttack>> {
  const { admit } = mailThrottleOn(world.connection)

  /** Each wish comes from a network that has wished for nothing yet, and when the next mail may go. */
  let networks = 0
  const mayMail = async (wish: Omit<MailWish, "address">) => {
    const address = `2001:db8:0:${(++networks).toString(16)}::1`
    await world.sql(`DELETE FROM "RateLimit" WHERE key LIKE 'mail_gap:%'`)
    return (await admit({ ...wish, address })).isAdmitted
  }

  async function logInAllDay(person: Person) {
    const { email, password } = person
    const onNewBrowser: StartParts["onNewBrowser"] = (stores, session, name, now) =>
      tellOfNewDevice(stores, policy, session, name, now)
    await times(103, async () => {
      const entrance = await newEntrance(world.connection, person)
      const proved = await checkPassword({ email, password }, entrance.device, [])
      if (!proved.ok) return
      await startOn(world.connection, { ...entrance, stood: proved.value }, { onNewBrowser })
    })
  }

  async function changeAddresses(person: Person) {
    await times(8, async (time) => {
      const email = `new-${time}-${person.email}`
      if (await mayMail({ kind: "email_change", email, askedBy: person.id }))
        await changeEmail(world, person, email)
    })
  }

  async function wishForAddresses(person: Person) {
    const actor = actorIn(person, await issueTo(world, person))
    await times(8, async (time) => {
      const email = `wish-${time}-${person.email}`
      if (await mayMail({ kind: "email_change", email, askedBy: person.id }))
        await requestEmailChange(world, actor, email)
    })
  }

  async function makeTokens(person: Person) {
    const session = await issueTo(world, person)
    const wish = { name: "program", days: 30, browser: "Firefox" } as const
    await times(53, () => issueApiToken(world, actorIn(person, session), session.token, wish))
  }

  const invite = (by: Actor, email: string) =>
    inviteUser(world, by, { email, name: null, role: "user", invitedBy: "Ada" })

  async function inviteAgainAndAgain(by: Actor) {
    const invited = await invite(by, "again@example.com")
    if (!invited.ok) throw new Error(invited.failure)
    await times(3, () => inviteAgain(world, by, invited.value.id, "Ada"))
  }

  async function logEveryoneOutAgain(administrator: Person) {
    const actor = actorIn(administrator, await issueTo(world, administrator))
    await times(3, () => logEveryoneOut(world, actor, ["session"], "A leak"))
  }

  return {
    "guessing passwords from one network": {
      max: { AuditEvent: 31, RefusalCount: 1, RateLimit: 62 },
      run: () =>
        times(34, (time) => {
          const attempt = { email: `nobody-${time}@example.com`, address: "2001:db8:1::1" }
          const stranger = { ...attempt, door: { kind: "stranger" } } as const
          return verifyCredentials(world, stranger, "a wrong password")
        }),
    },
    "logging in all day with the right password": {
      max: { "token session": 50, "token report": 100, "token browser": 20, TokenOrigin: 300 },
      run: async () => logInAllDay(await addPerson(world)),
    },
    "forgetting a password again and again": {
      max: { "token password_reset": 3, OutboxMail: 3 },
      run: async () => {
        const { email } = await addPerson(world)
        await times(6, async () => {
          if (await mayMail({ kind: "password_reset", email }))
            await requestPasswordReset(world, email, null)
        })
      },
    },
    "asking for log-in links": {
      max: { "token magic_link": 3 },
      run: async () => {
        const { email } = await addPerson(world)
        await times(6, async () => {
          if (await mayMail({ kind: "magic_link", email }))
            await requestMagicLink(world, { email, verificationToken: String })
        })
      },
    },
    "asking for sign-up links from one network": {
      max: { SignUpLink: 20 },
      run: () =>
        times(25, async (time) => {
          const email = `stranger-${time}@example.com`
          const wish = { kind: "magic_link", email, address: "198.51.100.1" } as const
          if ((await admit(wish)).isAdmitted)
            await requestMagicLink(world, { email, verificationToken: String })
        }),
    },
    "making API tokens": {
      max: { "token api": 50 },
      run: () => addPerson(world).then(makeTokens),
    },
    "asking to change the address": {
      max: { "token email_change": 5 },
      run: async () => wishForAddresses(await addPerson(world)),
    },
    "changing the address": {
      max: { "token email_change_undo": 5 },
      run: async () => changeAddresses(await addPerson(world)),
    },
    "connecting one provider's account": {
      max: { Account: 1 },
      run: async () => connectAgainAndAgain(world, await addPerson(world)),
    },
    "inviting one person": {
      // The administrator is one too.
      max: { User: 2, owner: 2, "token invitation": 1 },
      run: async () => inviteAgainAndAgain(await anAdministrator(world)),
    },
    "naming a browser": {
      max: { BrowserName: 1 },
      run: async () => nameAgainAndAgain(world, await addPerson(world)),
    },
    "logging out everywhere": {
      max: { ended_epoch: 3 },
      run: async () => {
        const { id } = await addPerson(world)
        const everything = { kind: "everywhere", purposes: endablePurposes } as const
        await times(3, () => logOutFor(world, id, everything))
      },
    },
    "logging everyone out": {
      max: { ended_generation: 3, EveryoneOutReason: 3, realm: 0, reason: 0 },
      run: async () => logEveryoneOutAgain(await addPerson(world, { role: "admin" })),
    },
    "previewing and confirming bulk revocations": sweepAttack(world),
    "failing to log in from many networks": {
      // The others tell what is live.
      max: { HourlyCount: 22 + 20 },
      run: () => failFromManyNetworks(world),
    },
    "writing the books of the migrations": {
      max: { _prisma_migrations: 0, migration: 0 },
      run: () => writeTheBooks(world),
    },
  }
}

async function times(count: number, act: (time: number) => Promise<unknown>): Promise<void> {
  for (let time = 0; time < count; time++) await act(time)
}
