import type { Contender } from "@/bench/contender"
import { userIdOf } from "@/bench/sessions"

/** What one library enters for what people and administrators do with sessions. */
export interface PeopleTeam {
  readonly name: string
  readonly role: "ours" | "peer"
  /** Gives the first people more sessions, so that they have ten each. */
  readonly fill: () => Promise<unknown>
  /** Makes a session for a person who has proved who they are. */
  readonly logIn: Contender
  /** Reads the live sessions of one of the first people. */
  readonly list: Contender
  /** Ends every session of everybody. */
  readonly everyoneOut: () => Promise<unknown>
  readonly countLive: () => Promise<number>
  readonly close: () => Promise<void>
}

/** How many people have ten sessions. */
export const listed = 100

/** In the statement that copies the session of each of them. */
export const nineMore = "generate_series(2, 10)"

/** Their ids. */
export const firstPeople = Array.from({ length: listed }, (_, n) => userIdOf(n + 1))
