import { tokenStatus } from "../core/policy.ts"
import { hashSecret, newSecret, type Secret } from "../core/secret.ts"
import type { Ending, NewToken, TokenStore } from "../core/store.ts"
import type { Revocation, Token } from "../core/token.ts"
import type { MakeStore } from "./store-under-test.ts"

export interface Kept {
  readonly token: Token
  readonly secret: Secret
}

export const second = 1_000
export const minute = 60 * second

/** A revocation of this one session. */
export const one = ({ token }: Pick<Kept, "token">) =>
  ({ kind: "one", tokenId: token.id, purpose: "session" }) as const

/** What most laws begin with: two people, and ways to give them tokens and to see what became of those. */
export async function given<Store extends TokenStore>(makeStore: MakeStore<Store>) {
  const { store, ...world } = await makeStore()
  const now = await world.now()
  const [ann, bob] = [await world.addOwner(), await world.addOwner()]
  const at = (ms: number) => new Date(+now + ms)

  const newToken = (userId: string, change: Partial<NewToken> = {}): NewToken => ({
    purpose: "session",
    userId,
    epoch: 0,
    method: "password",
    isRemembered: false,
    device: { address: null, userAgent: null },
    issuedAt: at(-30 * minute),
    provedAt: at(-30 * minute),
    lastActiveAt: at(-10 * minute),
    idleAt: at(50 * minute),
    expiresAt: at(600 * minute),
    ...change,
  })

  return {
    ...world,
    store,
    now,
    at,
    ann,
    bob,
    newToken,

    async keep(userId: string, change: Partial<NewToken> = {}): Promise<Kept> {
      const secret = newSecret()
      const token = await store.insert(newToken(userId, change), hashSecret(secret))
      if (!token) throw new Error("The store under test refused a token that it had to take.")
      return { token, secret }
    },

    async read({ secret }: Pick<Kept, "secret">): Promise<Token | undefined> {
      return (await store.findByHash(hashSecret(secret)))?.token
    },

    async statusOf({ secret }: Pick<Kept, "secret">) {
      const found = await store.findByHash(hashSecret(secret))
      return found ? tokenStatus(found) : "absent"
    },

    /** Raises the epoch, and counts what ended with it. */
    async end(userId: string, revocation: Revocation, ending: Ending) {
      return store.countEnded(userId, await store.raiseEpoch(userId, revocation, ending))
    },

    because: (reason: Revocation["reason"], by: string | null = ann): Revocation => ({
      at: now,
      reason,
      by,
    }),
  }
}

export type Given = Awaited<ReturnType<typeof given>>

/** A person who acts in one browser, and is known in another, by which a session is open too. */
export async function twoBrowsers<Store extends TokenStore>(makeStore: MakeStore<Store>) {
  const world = await given(makeStore)
  const { ann, keep } = world
  const here = await keep(ann, { purpose: "browser" })
  const there = await keep(ann, { purpose: "browser" })
  const current = await keep(ann, { browserId: here.token.id })
  const other = await keep(ann, { browserId: there.token.id })
  return { ...world, here, there, current, other }
}

/** A token that was live, for each way of not being live any more. */
export const dead: Readonly<Record<string, (world: Given) => Promise<Kept>>> = {
  "is past its inactivity timeout": ({ ann, keep, at }) => keep(ann, { idleAt: at(-second) }),
  "is past its maximum lifetime": ({ ann, keep, at }) => keep(ann, { expiresAt: at(-second) }),
  "is revoked": async ({ store, ann, keep, because }) => {
    const kept = await keep(ann)
    await store.revoke(ann, one(kept), because("log_out"))
    return kept
  },
  "bears an epoch that is over": async ({ ann, keep, setEpoch }) => {
    const kept = await keep(ann)
    await setEpoch(ann, 1)
    return kept
  },
  "is of an earlier generation": async ({ ann, keep, raiseGeneration }) => {
    const kept = await keep(ann, { purpose: "api" })
    await raiseGeneration("api")
    return kept
  },
  "belongs to somebody disabled": async ({ ann, keep, setDisabled }) => {
    const kept = await keep(ann)
    await setDisabled(ann, true)
    return kept
  },
}
