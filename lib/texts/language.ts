import { AsyncLocalStorage } from "node:async_hooks"
import { processWide } from "@/lib/process-wide"

/** Tags as `<html lang>`, `Accept-Language` and `Intl` take them. */
export const languages = ["en-GB"] as const

export type Language = (typeof languages)[number]

/** Of a request that asks for none that is offered, and of what no request has started. */
export const standardLanguage: Language = "en-GB"

/** Runs what answers a request, or writes a letter, in a language. */
export const inLanguage = <Value>(language: Language, work: () => Value): Value =>
  storage.run(language, work)

export const currentLanguage = (): Language => storage.getStore() ?? standardLanguage

const storage = processWide("language", () => new AsyncLocalStorage<Language>())
