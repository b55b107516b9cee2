import { randomUUID } from "node:crypto"
import type {
  Adapter,
  AdapterAccount,
  AdapterSession,
  AdapterUser,
  VerificationToken,
} from "next-auth/adapters"
import type { MemoryDatabase } from "../../testing/memory-database.ts"

/** A person as an app's own table has them. */
export interface Person extends AdapterUser {
  passwordHash: string
  plan: string
}

type AccountKey = Pick<AdapterAccount, "provider" | "providerAccountId">

/** An app's tables, and its adapter: a class, with what NextAuth could lose of one. */
export class PeopleAdapter implements Adapter {
  readonly people = new Map<string, Person>()
  readonly accounts = new Map<string, string>()
  /** Of a full database: no account can be linked. */
  isFull = false
  readonly #links = new Map<string, VerificationToken>()
  readonly #database: MemoryDatabase | undefined

  /** With a database, in which each of its people is an owner. */
  constructor(database?: MemoryDatabase) {
    this.#database = database
  }

  add(name: string): Person {
    const email = `${name}@example.com`
    const person = { name, email, emailVerified: null, passwordHash: `hash of ${name}'s` }
    return this.#keep({ ...person, id: name, plan: "pro" })
  }

  get linkCount() {
    return this.#links.size
  }

  async createUser(user: AdapterUser) {
    return this.#keep({ ...user, id: randomUUID(), passwordHash: "", plan: "free" })
  }

  async getUser(id: string) {
    return this.people.get(id) ?? null
  }

  async getUserByEmail(email: string) {
    return [...this.people.values()].find((person) => person.email === email) ?? null
  }

  async getUserByAccount(account: AccountKey) {
    return this.getUser(this.accounts.get(keyOf(account)) ?? "")
  }

  async updateUser(change: Partial<AdapterUser> & Pick<AdapterUser, "id">) {
    const person = this.people.get(change.id)
    if (!person) throw new Error("There is no such person.")
    return this.#keep({ ...person, ...change })
  }

  async deleteUser(id: string) {
    this.people.delete(id)
    for (const [key, userId] of this.accounts) if (userId === id) this.accounts.delete(key)
    this.#database?.tokens.owners.delete(id)
  }

  async linkAccount(account: AdapterAccount) {
    if (this.isFull) throw new Error("The database is full.")
    this.accounts.set(keyOf(account), account.userId)
  }

  async unlinkAccount(account: AccountKey) {
    this.accounts.delete(keyOf(account))
  }

  async createVerificationToken(link: VerificationToken) {
    this.#links.set(`${link.identifier} ${link.token}`, link)
    return link
  }

  async useVerificationToken({
    identifier,
    token,
  }: Pick<VerificationToken, "identifier" | "token">) {
    const link = this.#links.get(`${identifier} ${token}`) ?? null
    this.#links.delete(`${identifier} ${token}`)
    return link
  }

  async createSession(): Promise<AdapterSession> {
    throw new Error("Sessions are not this adapter's.")
  }

  #keep(person: Person): Person {
    this.people.set(person.id, person)
    const { id, plan } = person
    const owner = { id, epoch: 0, role: "user", isDisabled: false, plan }
    const owners = this.#database?.tokens.owners
    if (!owners?.has(id)) owners?.set(id, owner)
    return person
  }
}

const keyOf = ({ provider, providerAccountId }: AccountKey) => `${provider} ${providerAccountId}`
