"use client"

import "./globals.css"
import { FailureMessage } from "@/components/shell/failure-message"
import { latestWords, WordsProvider } from "@/components/shell/words-provider"
import { directions } from "@/lib/names/language"
import { font } from "./font"

/**
 * Stands in for the root layout when that fails, with the words that it had sent. Where it never came that far
 * the page is empty, and the door fills it (lib/server/failed-page.ts).
 */
export default function GlobalError({ error }: { readonly error: Error }) {
  const words = latestWords()

  return (
    <html lang={words?.locale} dir={words && directions[words.locale]} className={font.variable}>
      <body className="font-sans">
        {words && (
          <WordsProvider {...words}>
            <title>{words.rooms.logo?.product}</title>
            <FailureMessage error={error} />
          </WordsProvider>
        )}
      </body>
    </html>
  )
}
