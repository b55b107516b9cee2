import { createElement, type ReactElement } from "react"
import { WordsProvider } from "@/components/shell/words-provider"
import { english } from "@/lib/texts/en"

/** A client component with every word that a page could send it. */
export const inEnglish = (component: ReactElement): ReactElement =>
  // biome-ignore lint/correctness/noChildrenProp: the type asks for it among the properties
  createElement(WordsProvider, { locale: "en-GB", rooms: english, children: component })
