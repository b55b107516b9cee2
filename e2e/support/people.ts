import { randomBytes } from "node:crypto"
import type { Connection } from "@/lib/db/client"
import { transactOn } from "@/lib/db/users/stores"
import type { Role } from "@/lib/names/role"
import { cheapHash } from "@/test/world/cheap-hash"

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string
}

/**
 * Makes somebody whom no other test knows, as `createUser` does, but for the cost of the hash: every log-in
 * of theirs would pay it again. What people do to their passwords in a test is hashed in earnest.
 */
export async function createPerson(
  connection: Connection,
  role: Role,
  hash = cheapHash,
): Promise<Person> {
  const mark = randomBytes(5).toString("hex")
  const email = `${role}-${mark}@example.com`
  const name = `${role === "admin" ? "Ada" : "Ben"} ${mark}`
  const password = `lantern harbor ${mark}`
  const passwordHash = await hash(password)

  const id = await transactOn(connection)(async ({ users, audit }, now) => {
    const profile = { email, name, image: null, role, emailVerifiedAt: now }
    const user = await users.insert({ ...profile, passwordHash })
    if (!user) throw new Error(`There is a person ${email} already.`)
    const act = { action: "create_user", actorId: null, targetId: user.id, address: null } as const
    await audit.append({ ...act, details: { role } })
    return user.id
  })
  return { id, email, name, password }
}
