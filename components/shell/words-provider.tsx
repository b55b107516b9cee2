"use client"

import { createContext, type ReactNode, use, useEffect, useMemo } from "react"
import { IntlProvider } from "use-intl/react"
import type { Language } from "@/lib/names/language"
import type { Messages } from "@/lib/texts/translation"

interface WordsOfPage {
  readonly locale: Language
  readonly rooms: Partial<Messages>
}

/** The library's own provider forgets what stands further out. */
export function WordsProvider({
  locale,
  rooms,
  children,
}: WordsOfPage & { readonly children: ReactNode }) {
  const outer = use(Rooms)
  const names = Object.keys(rooms).join()
  // A room says the same for as long as the page is there, though each answer of the server brings it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its name stands for a room
  const all = useMemo(() => ({ ...outer, ...rooms }), [outer, locale, names])
  useEffect(() => {
    latest = { locale, rooms: all }
  }, [locale, all])

  return (
    <Rooms value={all}>
      <IntlProvider locale={locale} messages={all} timeZone="UTC">
        {children}
      </IntlProvider>
    </Rooms>
  )
}

/** For what stands in for the layout that has sent them. */
export const latestWords = (): WordsOfPage | undefined => latest

let latest: WordsOfPage | undefined

const Rooms = createContext<Partial<Messages>>({})
