import { AsyncLocalStorage } from "node:async_hooks"
import type { Language } from "@/lib/names/language"
import { processWide } from "@/lib/process-wide"

/** Of what no request has started: letters, commands, tests. */
const standard: Language = "en-GB"

/** Runs what answers a request in its language. */
export const inLanguage = <Value>(language: Language, work: () => Value): Value =>
  storage.run(language, work)

export const currentLanguage = (): Language => storage.getStore() ?? standard

const storage = processWide("language", () => new AsyncLocalStorage<Language>())
