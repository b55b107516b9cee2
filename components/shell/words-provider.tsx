"use client"

import { createContext, type ReactNode, use, useMemo } from "react"
import { IntlProvider } from "use-intl/react"
import type { Messages } from "@/lib/texts/translation"

interface WordsProviderProps {
  readonly locale: string
  readonly rooms: Partial<Messages>
  readonly children: ReactNode
}

/** The library's own provider forgets what stands further out. */
export function WordsProvider({ locale, rooms, children }: WordsProviderProps) {
  const outer = use(Rooms)
  const all = useMemo(() => ({ ...outer, ...rooms }), [outer, rooms])

  return (
    <Rooms value={all}>
      <IntlProvider locale={locale} messages={all}>
        {children}
      </IntlProvider>
    </Rooms>
  )
}

const Rooms = createContext<Partial<Messages>>({})
