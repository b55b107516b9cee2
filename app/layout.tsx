import "./globals.css"
import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { theme, timeStyle } from "@/app/preferences/preferences"
import { RenderedFor } from "@/components/acts/rendered-for"
import { Toasts } from "@/components/acts/toasts"
import { ClockProvider } from "@/components/clock"
import { BrowserWords } from "@/components/shell/browser-words"
import { OfflineLinks } from "@/components/shell/offline-links"
import { StyleNonce } from "@/components/style-nonce"
import { ScriptedProvider } from "@/components/ui/scripted"
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
  const now = await getViewer().then(
    (viewer) => viewer?.now,
    () => undefined,
  )
  const language = currentLanguage()

  return (
    <html
      lang={language}
      dir={directions[language]}
      data-theme={await theme.chosen()}
      className={font.variable}
    >
      <body className="flex min-h-dvh flex-col font-sans">
        <StyleNonce nonce={nonce} />
        <ScriptedProvider>
          <BrowserWords rooms={["failures", "fields", "logo", "toasts"]}>
            <ClockProvider now={now ?? new Date()} isExact={(await timeStyle.chosen()) === "exact"}>
              <RenderedFor mark={await markOfViewer()}>{children}</RenderedFor>
            </ClockProvider>
            <OfflineLinks />
            <Toasts />
          </BrowserWords>
        </ScriptedProvider>
      </body>
    </html>
  )
}

/** For the forms of every page that says nothing closer. An outage is for the page itself to tell. */
const markOfViewer = () => getViewer().then(markFor, () => unknown)

/** Nobody's mark: what a page of an outage sends is refused, and the page loads again. */
const unknown = "unknown"
