import type { ReactNode } from "react"
import { Logo } from "@/components/shell/logo"
import { BarePage } from "@/components/shell/message-page"
import { NavLinks } from "@/components/shell/nav-links"
import { SkipLink } from "@/components/shell/skip-link"
import { getViewer } from "@/lib/auth/viewer"
import { words } from "@/lib/texts/words"
import { demoLinks } from "./links"

/** For people who are not logged in, a head with these pages alone; where there are none, only that. */
export default async function DemoLayout({ children }: { readonly children: ReactNode }) {
  const links = demoLinks()
  if (await getViewer()) return children
  if (links.length === 0) return <BarePage>{children}</BarePage>

  return (
    <>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex min-h-14 max-w-[76rem] flex-wrap items-center gap-x-8 px-4 sm:px-6">
          <Logo />
          <nav aria-label={words("shell")("navigation")}>
            <NavLinks links={[...links, { href: "/login", label: words("login")("title") }]} />
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="grow">
        {children}
      </main>
    </>
  )
}
