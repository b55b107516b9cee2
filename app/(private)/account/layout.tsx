import type { ReactNode } from "react"
import { SideNav } from "@/components/shell/side-nav"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"

/** The settings of one's own account: the way to each page stands beside it. */
export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  const t = words("security")
  return (
    <div className="mx-auto w-full max-w-[66rem] lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <SideNav
        label={t("pages.navigation")}
        links={[
          { href: accountPages.sessions, label: t("pages.sessions") },
          { href: accountPages.browsers, label: t("pages.browsers") },
          { href: accountPages.password, label: t("pages.password"), id: "password" },
          { href: accountPages.email, label: t("pages.email") },
          { href: accountPages.connections, label: t("pages.connections") },
          { href: accountPages.apiTokens, label: t("pages.apiTokens") },
          { href: accountPages.history, label: t("pages.history") },
          { href: accountPages.privacy, label: t("pages.privacy") },
          { href: accountPages.account, label: t("pages.account") },
        ]}
      />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
