import "./globals.css"
import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { RenderedFor } from "@/components/acts/rendered-for"
import { StyleNonce } from "@/components/style-nonce"
import { markFor } from "@/lib/auth/rendered-for"
import { getViewer } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { currentLanguage } from "@/lib/texts/language"
import { font } from "./font"
import { chosenTheme } from "./theme"

export const metadata: Metadata = {
  title: { default: texts.shell.product, template: texts.shell.titleOf("%s") },
  description: texts.shell.description,
}

export const viewport: Viewport = { colorScheme: "light dark" }

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? ""
  const theme = await chosenTheme()

  return (
    <html lang={currentLanguage()} data-theme={theme} className={font.variable}>
      <body className="flex min-h-dvh flex-col font-sans">
        <StyleNonce nonce={nonce} />
        <RenderedFor mark={await markOfViewer()}>{children}</RenderedFor>
      </body>
    </html>
  )
}

/** For the forms of every page that says nothing closer. An outage is for the page itself to tell. */
const markOfViewer = () => getViewer().then(markFor, () => unknown)

/** Nobody's mark: what a page of an outage sends is refused, and the page loads again. */
const unknown = "unknown"
