"use client"

import "@fontsource-variable/inter/opsz.css"
import "./globals.css"
import { OutageMessage } from "@/components/shell/outage-message"
import { texts } from "@/lib/texts"
import { locale } from "@/lib/texts/format"

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string }
}

/** Stands in for the root layout when that fails. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang={locale}>
      <body className="font-sans">
        <title>{texts.shell.outageTitle}</title>
        <main>
          <OutageMessage digest={error.digest} />
        </main>
      </body>
    </html>
  )
}
