import type { Token } from "../core/token.ts"

/** What a session with an open page is found to be. Its end bears a reason, or `idle`, `expired` or `ended`. */
export type Presence =
  | {
      readonly isLive: true
      readonly endsInMs: number
      /** Its pages list other people's sessions too, and hear when there is something new of anyone. */
      readonly hearsEveryone?: boolean
    }
  | { readonly isLive: false; readonly reason: string }

/** The session behind a stream, by the id of its token: a new secret does not end it. */
export type StreamedSession = Pick<Token, "id" | "userId">
