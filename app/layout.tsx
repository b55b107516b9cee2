import "@fontsource-variable/inter/opsz.css"
import "./globals.css"
import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { StyleNonce } from "@/components/style-nonce"
import { texts } from "@/lib/texts"
import { locale } from "@/lib/texts/format"
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
    <html lang={locale} data-theme={theme}>
      <body className="flex min-h-dvh flex-col font-sans">
        <StyleNonce nonce={nonce} />
        {children}
      </body>
    </html>
  )
}
