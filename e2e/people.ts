import { randomBytes } from "node:crypto"
import type { Connection } from "@/lib/db/client"
import { transactOn } from "@/lib/db/stores"
import { createUser } from "@/lib/users/create-user"
import type { Role } from "@/lib/users/user"

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string
}

/** Makes somebody whom no other test knows. */
export async function createPerson(connection: Connection, role: Role): Promise<Person> {
  const mark = randomBytes(5).toString("hex")
  const person = {
    email: `${role}-${mark}@example.com`,
    name: `${role === "admin" ? "Ada" : "Ben"} ${mark}`,
    password: `lantern harbor ${mark}`,
  }
  const created = await createUser(transactOn(connection), { ...person, minimumLength: 12, role })
  if (!created.ok) throw new Error(created.failure)
  return { ...person, id: created.value.id }
}
