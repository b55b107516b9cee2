import fc from "fast-check"
import {
  type ActingTokenStore,
  hashSecret,
  newSecret,
  type Secret,
  tokenStatus,
} from "log-out-everywhere"
import { memoryStoreUnderTest, type StoreUnderTest } from "log-out-everywhere/testing"
import { afterAll, expect, test } from "vitest"
import { type Command, command } from "@/test/races/store-commands"
import { createWorld } from "@/test/world/people"
import { storeUnderTest } from "@/test/world/store-under-test"

const world = await createWorld()
afterAll(world.close)

test("PostgreSQL's store does what the memory store does, whatever is asked of the two", async () => {
  const sequence = fc.array(command, { minLength: 5, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(sequence, async (commands) => {
      const [expected, found] = await Promise.all([
        storyOf(memoryStoreUnderTest(), commands),
        storyOf(storeUnderTest(world), commands),
      ])
      expect(found).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})

const minute = 60_000
/** Everything that the store answers, and then what it holds, in terms that two stores share. */
async function storyOf(given: StoreUnderTest<ActingTokenStore>, commands: readonly Command[]) {
  const { store } = given
  const now = await given.now()
  const at = (minutes: number) => new Date(+now + minutes * minute)
  const minutes = (date: Date) => (+date - +now) / minute
  const people = [
    { id: await given.addOwner(), epoch: 0 },
    { id: await given.addOwner(), epoch: 0 },
  ]
  const kept: { id: string; secret: Secret }[] = []

  async function answer(asked: Command): Promise<unknown> {
    const person = people["owner" in asked ? asked.owner : 0] ?? { id: "", epoch: 0 }
    const chosen = "token" in asked ? kept[asked.token] : undefined
    if ("token" in asked && !chosen) return "no such token"
    const { id, secret } = chosen ?? { id: "", secret: newSecret() }
    const revocation = { at: now, reason: "log_out", by: person.id } as const

    switch (asked.kind) {
      case "insert": {
        const { purpose, openedIn, ahead, idleIn, expiresIn } = asked
        const browserId = openedIn === null ? null : (kept[openedIn]?.id ?? null)
        const device = { address: null, userAgent: null }
        const [epoch, before] = [person.epoch + ahead, at(-10)]
        const dates = {
          issuedAt: before,
          provedAt: before,
          lastActiveAt: before,
          idleAt: at(idleIn),
          expiresAt: at(expiresIn),
        }
        const inserted = await store.insert(
          {
            purpose,
            userId: person.id,
            epoch,
            method: "password",
            isRemembered: false,
            device,
            browserId,
            ...dates,
          },
          hashSecret(secret),
        )
        if (inserted) kept.push({ id: inserted.id, secret })
        return inserted !== null
      }
      case "touch":
        return store.touch(id, at(-asked.ago), at(50 - asked.ago))
      case "rotate": {
        const next = newSecret()
        const from = hashSecret(asked.isRight ? secret : newSecret())
        const isRotated = await store.rotate(id, from, hashSecret(next), now)
        if (isRotated && chosen) chosen.secret = next
        return isRotated
      }
      case "hold":
        return store.hold(id)
      case "revoke one":
        return store.revoke(
          person.id,
          { kind: "one", tokenId: id, purpose: asked.purpose },
          revocation,
        )
      case "revoke everywhere":
        return store.revoke(person.id, { kind: "everywhere", purposes: asked.purposes }, revocation)
      case "raise the epoch":
        person.epoch++
        return store.raiseEpoch(person.id, revocation, {
          purposes: asked.purposes,
          sparedTokenId: kept[asked.spared ?? -1]?.id,
        })
      case "forget the browser of":
        return store.forgetBrowserOf(person.id, id, revocation)
      case "revoke a browser": {
        const current = kept[asked.current]?.id ?? id
        const scope = { kind: "browser", browserId: id, currentTokenId: current } as const
        return store.revoke(person.id, scope, revocation)
      }
      case "make room":
        return store.revokeLeastRecent(person.id, asked.purpose, 1, id, revocation)
      case "leave behind":
        person.epoch++
        return given.setEpoch(person.id, person.epoch)
      case "void":
        return given.raiseGeneration(asked.purpose)
      case "disable":
        return given.setDisabled(person.id, asked.isDisabled)
      case "count":
        return store.countLive(person.id)
    }
  }

  async function held({ secret }: { readonly secret: Secret }) {
    const found = await store.findByHash(hashSecret(secret))
    if (!found) return "absent"
    const { purpose, epoch, provedAt, lastActiveAt, idleAt, expiresAt, revocation } = found.token
    const status = tokenStatus(found)
    const dates = [provedAt, lastActiveAt, idleAt, expiresAt].map(minutes)
    return { purpose, epoch, status, dates, reason: revocation?.reason }
  }

  const answers: unknown[] = []
  for (const each of commands) answers.push(await answer(each))
  return { answers, held: await Promise.all(kept.map(held)) }
}
