import type { ReactNode } from "react"
import { proveWithProviderAction } from "@/app/(private)/account/security/actions"
import { chosenTheme } from "@/app/theme"
import { ProverContext } from "@/components/acts/prover"
import { Header } from "@/components/shell/header"
import { IdleWarning } from "@/components/shell/idle-warning"
import { SkipLink } from "@/components/shell/skip-link"
import { ThemeSwitch } from "@/components/shell/theme-switch"
import { getViewer } from "@/lib/auth/viewer"
import { settings } from "@/lib/settings"
import { chooseThemeAction, stayLoggedInAction } from "./actions"

/** Navigation and Log out. It checks nothing: each page and each action has its own gate. */
export default async function PrivateLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await getViewer()
  if (!viewer) return children
  const { email, name, isAdmin } = viewer

  return (
    <ProverContext email={email} proveWithProvider={proveWithProviderAction}>
      <SkipLink />
      <Header person={{ email, name, isAdmin }} hasMail={settings().isDemo} />
      <main id="content" tabIndex={-1} className="grow">
        {children}
      </main>
      <footer className="flex justify-center px-4 py-8">
        <ThemeSwitch theme={await chosenTheme()} action={chooseThemeAction.bind(null, null)} />
      </footer>
      <IdleWarning stay={stayLoggedInAction} />
    </ProverContext>
  )
}
