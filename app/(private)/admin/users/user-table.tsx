import { UserX } from "lucide"
import { ExactTime, Time } from "@/components/time"
import { Avatar } from "@/components/ui/avatar"
import { Badge } from "@/components/ui/badge"
import { DataTable } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import type { FoundUser } from "@/lib/db/lists/user-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { shownCount } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"

interface UserTableProps {
  readonly users: readonly FoundUser[]
  /** The administrator's own id. */
  readonly ownId: string
}

export function UserTable({ users, ownId }: UserTableProps) {
  return (
    <DataTable room="users" icon={UserX} numbers="sessions">
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
  const { id, email, name, role, state, activeSessions, lastActiveAt, createdAt } = user

  return (
    <tr>
      <td>
        <div className="lead">
          <Avatar name={name ?? email} />
          <div className="person">
            <p className="title">
              <TextLink href={`/admin/users/${id}`}>
                <bdi>{name ?? shownEmail(email)}</bdi>
              </TextLink>
              {isYou && <Badge tone="good">{t("you")}</Badge>}
            </p>
            {name && <p className="sub">{shownEmail(email)}</p>}
          </div>
        </div>
      </td>
      <td data-label={t("columns.role")}>
        <Badge tone={role === "admin" ? "note" : "plain"}>{t(`roles.${role}`)}</Badge>
      </td>
      <td data-label={t("columns.state")}>
        {state === "enabled" ? (
          t("states.enabled")
        ) : (
          <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
        )}
      </td>
      <td data-label={t("columns.sessions")} data-number>
        {shownCount(activeSessions)}
      </td>
      <td data-label={t("columns.active")} className="moment">
        {lastActiveAt ? <Time at={lastActiveAt} /> : words("table")("never")}
      </td>
      <td data-label={t("columns.joined")} className="moment">
        <ExactTime at={createdAt} />
      </td>
    </tr>
  )
}

/** What is not as usual stands out. */
export const stateTones = { invited: "care", disabled: "danger" } as const
