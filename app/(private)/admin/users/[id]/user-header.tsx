import { Badge } from "@/components/ui/badge"
import { PageHeader } from "@/components/ui/page-header"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"

interface UserHeaderProps {
  readonly user: Pick<User, "name" | "email" | "role" | "disabledAt">
  readonly isYou: boolean
}

/** The user's name, and in words whatever is special about the account. */
export function UserHeader({ user: { name, email, role, disabledAt }, isYou }: UserHeaderProps) {
  const t = words("users")
  return (
    <PageHeader
      back={{ href: "/admin/users", label: words("user")("back") }}
      title={<bdi>{name ?? shownEmail(email)}</bdi>}
      description={name && shownEmail(email)}
      aside={
        <div className="flex flex-wrap gap-2">
          {isYou && <Badge tone="good">{t("you")}</Badge>}
          {role === "admin" && <Badge tone="note">{t("roles.admin")}</Badge>}
          {disabledAt && <Badge tone="danger">{t("states.disabled")}</Badge>}
        </div>
      }
    />
  )
}
