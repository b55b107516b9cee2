import { UserX } from "lucide-react"
import { ExactTime, Time } from "@/components/time"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { DataTable } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import type { FoundUser } from "@/lib/db/lists/user-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { formatNumber } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { group, words } from "@/lib/texts/words"

interface UserTableProps {
  readonly users: readonly FoundUser[]
  /** The administrator's own id. */
  readonly ownId: string
}

export function UserTable({ users, ownId }: UserTableProps) {
  const t = words("users")
  const table = {
    caption: t("caption"),
    columns: group("users", "columns"),
    nothing: t("nothing"),
    nothingHint: t("nothingHint"),
  }

  return (
    <DataTable words={table} icon={UserX} numbers="sessions">
      {users.map((user) => (
        <UserRow key={user.id} user={user} isYou={user.id === ownId} />
      ))}
    </DataTable>
  )
}

interface UserRowProps {
  readonly user: FoundUser
  readonly isYou: boolean
}

function UserRow({ user, isYou }: UserRowProps) {
  const t = words("users")
  const { id, email, name, role, isDisabled, activeSessions, lastActiveAt, createdAt } = user

  return (
    <tr>
      <td>
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={name ?? email} />
          <div className="min-w-0 wrap-break-word lg:max-w-60">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <TextLink href={`/admin/users/${id}`} className="min-w-0">
                <bdi>{name ?? shownEmail(email)}</bdi>
              </TextLink>
              {isYou && <Badge tone="good">{t("you")}</Badge>}
            </p>
            {name && <p className="text-[0.8125rem] text-ink-soft">{shownEmail(email)}</p>}
          </div>
        </div>
      </td>
      <td data-label={t("columns.role")}>
        <Badge tone={role === "admin" ? "note" : "plain"}>{t(`roles.${role}`)}</Badge>
      </td>
      <td data-label={t("columns.state")}>
        {isDisabled ? (
          <Badge tone="danger">{t("states.disabled")}</Badge>
        ) : (
          <span className="text-ink-soft">{t("states.enabled")}</span>
        )}
      </td>
      <td data-label={t("columns.sessions")} data-number>
        {formatNumber(currentLanguage(), activeSessions)}
      </td>
      <td data-label={t("columns.active")} className="whitespace-nowrap text-ink-soft">
        {lastActiveAt ? <Time at={lastActiveAt} /> : words("table")("never")}
      </td>
      <td data-label={t("columns.joined")} className="whitespace-nowrap text-ink-soft">
        <ExactTime at={createdAt} />
      </td>
    </tr>
  )
}
