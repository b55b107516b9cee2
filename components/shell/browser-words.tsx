import type { ReactNode } from "react"
import { currentLanguage } from "@/lib/texts/language"
import type { Room } from "@/lib/texts/translation"
import { roomsForBrowser } from "@/lib/texts/words"
import { WordsProvider } from "./words-provider"

interface BrowserWordsProps {
  /** What the client components below ask `useTranslations` for, beside what stands further out. */
  readonly rooms: readonly Room[]
  readonly children: ReactNode
}

/** Sends a browser the words of its page, in the language of the request, and no others. */
export function BrowserWords({ rooms, children }: BrowserWordsProps) {
  return (
    <WordsProvider locale={currentLanguage()} rooms={roomsForBrowser(rooms)}>
      {children}
    </WordsProvider>
  )
}
