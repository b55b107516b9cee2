import type { ReactNode } from "react"
import { proveWithProviderAction } from "@/app/(private)/account/security/actions"
import { demoLinks } from "@/app/(private)/demo/links"
import { chooseThemeAction, chooseTimesAction } from "@/app/preferences/actions"
import { theme, timeStyle } from "@/app/preferences/preferences"
import { ProverContext } from "@/components/acts/prover"
import { RenderedFor } from "@/components/acts/rendered-for"
import { BrowserWords } from "@/components/shell/browser-words"
import { Header } from "@/components/shell/header"
import { IdleWarning } from "@/components/shell/idle-warning"
import { LiveSession } from "@/components/shell/live-session"
import { SkipLink } from "@/components/shell/skip-link"
import { ThemeSwitch } from "@/components/shell/theme-switch"
import { TimeSwitch } from "@/components/shell/time-switch"
import { markFor } from "@/lib/auth/rendered-for"
import { getViewer } from "@/lib/auth/viewer"
import { stayLoggedInAction } from "./actions"

/** Navigation and Log out. It checks nothing: each page and each action has its own gate. */
export default async function PrivateLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await getViewer()
  // Only the demo's pages are for people who are not logged in.
  if (!viewer) return <BrowserWords rooms={["time"]}>{children}</BrowserWords>
  const { email, name, isAdmin, hasPassword } = viewer

  return (
    <BrowserWords rooms={["act", "endedSession", "idleWarning", "time"]}>
      <RenderedFor mark={markFor(viewer)}>
        <LiveSession>
          <SkipLink />
          <Header person={{ email, name, isAdmin }} more={demoLinks()} />
          <main id="content" tabIndex={-1} className="grow">
            <ProverContext
              email={email}
              hasPassword={hasPassword}
              freshForMs={viewer.freshForMs}
              proveWithProvider={proveWithProviderAction}
            >
              {children}
            </ProverContext>
          </main>
          <footer className="flex flex-wrap items-center justify-center gap-4 px-4 py-8 print:hidden">
            <ThemeSwitch theme={await theme.chosen()} action={chooseThemeAction.bind(null, null)} />
            <TimeSwitch
              style={await timeStyle.chosen()}
              action={chooseTimesAction.bind(null, null)}
            />
          </footer>
          <IdleWarning stay={stayLoggedInAction.bind(null, null)} />
        </LiveSession>
      </RenderedFor>
    </BrowserWords>
  )
}
