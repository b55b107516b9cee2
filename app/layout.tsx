import "./globals.css"
import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { chosenTheme } from "@/app/theme/chosen-theme"
import { RenderedFor } from "@/components/acts/rendered-for"
import { Toasts } from "@/components/acts/toasts"
import { BrowserWords } from "@/components/shell/browser-words"
import { StyleNonce } from "@/components/style-nonce"
import { markFor } from "@/lib/auth/rendered-for"
import { getViewer } from "@/lib/auth/viewer"
import { directions } from "@/lib/names/language"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import { font } from "./font"

export function generateMetadata(): Metadata {
  const t = words("shell")
  return {
    title: { default: t("product"), template: t("titleOf", { page: "%s" }) },
    description: t("description"),
  }
}

export const viewport: Viewport = { colorScheme: "light dark" }

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? ""
  const theme = await chosenTheme()
  const language = currentLanguage()

  return (
    <html lang={language} dir={directions[language]} data-theme={theme} className={font.variable}>
      <body className="flex min-h-dvh flex-col font-sans">
        <StyleNonce nonce={nonce} />
        <BrowserWords rooms={["failures", "fields", "logo", "toasts"]}>
          <RenderedFor mark={await markOfViewer()}>{children}</RenderedFor>
          <Toasts />
        </BrowserWords>
      </body>
    </html>
  )
}

/** For the forms of every page that says nothing closer. An outage is for the page itself to tell. */
const markOfViewer = () => getViewer().then(markFor, () => unknown)

/** Nobody's mark: what a page of an outage sends is refused, and the page loads again. */
const unknown = "unknown"
