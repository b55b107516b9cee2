import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"

/** The tokens that the door opens. Of whatever owners and transactions they are. */
export type Tokens = Pick<
  LogOutEverywhere,
  "policy" | "store" | "mark" | "resume" | "logOut" | "revoke" | "issue"
>
