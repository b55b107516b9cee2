import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"

/** What a browser sends. */
export interface Sent {
  readonly method: "GET" | "POST"
  /** Under names in lower case: `cookie`, `origin`, `sec-fetch-site`, `user-agent`. */
  readonly headers: Readonly<Record<string, string>>
  /** The form's fields: `name` and `password` at log-in, none elsewhere. */
  readonly form: Readonly<Record<string, string>>
}

/** What a browser gets. */
export interface Answer {
  readonly status: number
  /** Each `Set-Cookie` header. */
  readonly setCookies: readonly string[]
  readonly body: string
}

/** Four addresses of an app, as a browser meets them. Whatever they throw counts as an answer of 500. */
export interface Face {
  /** Where its pages are, such as "https://app.example". */
  readonly origin: string
  /** The cookie that holds the session's secret. */
  readonly cookieName: string
  /** Logs in the person whose password is in the form. */
  logIn(sent: Sent): Promise<Answer>
  /** Reads a page behind log-in: a status under 300 and the person's id, or a status of 300 and more. */
  gate(sent: Sent): Promise<Answer>
  /** Logs out in this browser. */
  logOut(sent: Sent): Promise<Answer>
  /** Logs the person behind the cookie out everywhere. */
  logOutEverywhere(sent: Sent): Promise<Answer>
}

/** What a face under test stands on. */
export interface FaceWorld {
  /** On the ground's store. */
  readonly loe: LogOutEverywhere
  /** What an app does with a stored hash at log-in: the person's id, or null if it is not their password. */
  verify(name: string, password: string): Promise<string | null>
}

/** Called once in each test. */
export type MakeFace = (world: FaceWorld) => Promise<Face> | Face
