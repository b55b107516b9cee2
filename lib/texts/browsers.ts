import { counted } from "@/lib/texts/format"
import type { RevocationCount } from "@/lib/tokens"

/** Words about the browsers in which a person is known. */
export const browsers = {
  title: "Known browsers",
  hint: "When you log in with a browser that isn\u2019t in this list, you get an email. Every browser leaves the list when you log out everywhere or reset your password.",
  thisBrowser: "This browser",
  lastSeen: "Last used",
  sessions: (count: number) =>
    counted(count, {
      one: "logged in",
      other: count === 0 ? "logged out" : "logged in # times",
    }),
  forget: "Forget",
  forgetName: (browser: string) => `Forget this browser: ${browser}`,
  forgetTitle: (browser: string) => `Forget ${browser}?`,
  forgetBody: "It is logged out immediately, and you get an email at the next log-in with it.",
  forgetThisBody: "You stay logged in here, and you get an email at the next log-in with it.",
  forgotten: ({ browser = 0, session = 0 }: RevocationCount) => {
    if (browser === 0) return "That browser was not known any more."
    return session === 0 ? "The browser is forgotten." : "The browser is forgotten and logged out."
  },
}
