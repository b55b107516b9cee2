import type { RevocationCount } from "log-out-everywhere"
import { counted } from "@/lib/texts/format"

/** Words about the browsers in which a person is known. */
export const browsers = {
  title: "Known browsers",
  hint: "When you log in with a browser that isn't in this list, you get an email. Every browser leaves the list when you log out everywhere or reset your password.",
  none: "No browsers are in this list.",
  thisBrowser: "This browser",
  lastSeen: "Last used",
  sessions: (count: number) =>
    counted(count, {
      one: "logged in",
      other: count === 0 ? "logged out" : "logged in # times",
    }),
  forget: "Forget",
  forgetName: (browser: string) => `Forget ${browser}`,
  forgetTitle: (browser: string) => `Forget ${browser}?`,
  forgetBody: "It will be logged out immediately, and you'll get an email at its next login.",
  forgetThisBody: "You stay logged in here, and you'll get an email at its next login.",
  forgotten: ({ browser = 0, session = 0 }: RevocationCount) => {
    if (browser === 0) return "That browser was already forgotten."
    return session === 0 ? "Browser forgotten." : "Browser forgotten and logged out."
  },
}
