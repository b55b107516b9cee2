import { LogOut } from "lucide"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { LogOutForm } from "./log-out-form"
import { Logo } from "./logo"
import { type NavLink, NavLinks } from "./nav-links"

interface HeaderProps {
  readonly person: {
    readonly email: string
    readonly name: string | null
    readonly isAdmin: boolean
  }
  /** What else there is, which only the demo has. */
  readonly more: readonly NavLink[]
}

/**
 * The head of every page behind log-in: navigation, the person's name, and the way out. It stays in view
 * only where it is one line.
 */
export function Header({ person, more }: HeaderProps) {
  const t = words("shell")
  const name = person.name ?? shownEmail(person.email)

  return (
    <header className="z-20 border-b border-line bg-surface lg:sticky lg:top-0 print:hidden">
      <div className="mx-auto grid max-w-[76rem] grid-cols-[auto_minmax(0,1fr)] items-center gap-x-8 px-4 sm:px-6 lg:grid-cols-[auto_minmax(0,1fr)_auto]">
        <Logo isMark />
        <nav
          aria-label={t("navigation")}
          className="col-span-full row-start-2 lg:col-span-1 lg:col-start-2 lg:row-start-1"
        >
          <NavLinks links={[...linksFor(person), ...more]} />
        </nav>
        <div className="flex h-14 min-w-0 items-center justify-end gap-3">
          <span className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
            <Avatar name={name} />
            <bdi className="max-w-48 truncate">{name}</bdi>
          </span>
          <LogOutForm>
            <Button type="submit" size="sm">
              <Icon of={LogOut} className="rtl:-scale-x-100" />
              {t("logOut")}
            </Button>
          </LogOutForm>
        </div>
      </div>
    </header>
  )
}

function linksFor({ isAdmin }: HeaderProps["person"]): readonly NavLink[] {
  const t = words("shell")
  const own = [{ href: "/account/security", label: t("security") }]
  if (!isAdmin) return own
  return [
    ...own,
    { href: "/admin", label: t("adminOverview") },
    { href: "/admin/sessions", label: t("adminSessions") },
    { href: "/admin/users", label: t("adminUsers") },
    { href: "/admin/audit", label: t("adminAudit") },
    { href: "/admin/policy", label: words("policy")("title") },
  ]
}
