import { CredentialsSignin } from "next-auth"

/** Why a log-in was refused. The log-in page has a sentence for each. */
export const logInFailures = [
  "wrong_credentials",
  "link_ended",
  "throttled",
  "changed_meanwhile",
  "no_account",
  "not_linked",
  "unusable_profile",
  "too_many_sessions",
] as const

export type LogInFailure = (typeof logInFailures)[number]

/** The error by which `authorize` refuses: NextAuth hands on its code, and of any other error nothing. */
export function refusal(failure: LogInFailure): CredentialsSignin {
  const error = new CredentialsSignin(`This log-in is refused: ${failure}.`)
  error.code = failure
  return error
}

/** What came of `signIn`: null for a log-in, or why it was refused. What else went wrong is thrown on. */
export async function refusalOf(signingIn: Promise<unknown>): Promise<LogInFailure | null> {
  try {
    await signingIn
    return null
  } catch (error) {
    const code = error instanceof CredentialsSignin ? error.code : null
    const failure = logInFailures.find((each) => each === code)
    if (failure) return failure
    throw error
  }
}
