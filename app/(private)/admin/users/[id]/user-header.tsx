import { Badge } from "@/components/ui/badge"
import { PageHeader } from "@/components/ui/page-header"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import type { User } from "@/lib/users/ports/user"

interface UserHeaderProps {
  readonly user: Pick<User, "name" | "email" | "role" | "disabledAt">
  readonly isYou: boolean
}

const words = texts.admin.users

/** The user's name, and in words whatever is special about the account. */
export function UserHeader({ user: { name, email, role, disabledAt }, isYou }: UserHeaderProps) {
  return (
    <PageHeader
      back={{ href: "/admin/users", label: texts.admin.user.back }}
      title={<bdi>{name ?? shownEmail(email)}</bdi>}
      description={name && shownEmail(email)}
      aside={
        <div className="flex flex-wrap gap-2">
          {isYou && <Badge tone="good">{words.you}</Badge>}
          {role === "admin" && <Badge tone="note">{words.roles.admin}</Badge>}
          {disabledAt && <Badge tone="danger">{words.states.disabled}</Badge>}
        </div>
      }
    />
  )
}
