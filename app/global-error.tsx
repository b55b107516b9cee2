"use client"

import "./globals.css"
import { FailureMessage } from "@/components/shell/failure-message"
import { texts } from "@/lib/texts"
import { locale } from "@/lib/texts/format"
import { font } from "./font"

/** Stands in for the root layout when that fails. */
export default function GlobalError({ error }: { readonly error: Error }) {
  return (
    <html lang={locale} className={font.variable}>
      <body className="font-sans">
        <title>{texts.shell.product}</title>
        <FailureMessage error={error} />
      </body>
    </html>
  )
}
