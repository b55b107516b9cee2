import type { ReactNode } from "react"
import { SideNav } from "@/components/shell/side-nav"
import { accountPages } from "@/lib/names/account-pages"
import { texts } from "@/lib/texts"

const labels = texts.security.pages

/** The settings of one's own account: the way to each page stands beside it. */
export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[66rem] lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <SideNav
        label={labels.navigation}
        links={[
          { href: accountPages.sessions, label: labels.sessions },
          { href: accountPages.browsers, label: labels.browsers },
          { href: accountPages.password, label: labels.password, id: "password" },
          { href: accountPages.email, label: labels.email },
          { href: accountPages.connections, label: labels.connections },
          { href: accountPages.apiTokens, label: labels.apiTokens },
          { href: accountPages.history, label: labels.history },
          { href: accountPages.account, label: labels.account },
        ]}
      />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
