"use client"

import "@fontsource-variable/inter/opsz.css"
import "./globals.css"
import { FailureMessage } from "@/components/shell/failure-message"
import { texts } from "@/lib/texts"
import { locale } from "@/lib/texts/format"

/** Stands in for the root layout when that fails. */
export default function GlobalError({ error }: { readonly error: Error }) {
  return (
    <html lang={locale}>
      <body className="font-sans">
        <title>{texts.shell.product}</title>
        <main>
          <FailureMessage error={error} />
        </main>
      </body>
    </html>
  )
}
