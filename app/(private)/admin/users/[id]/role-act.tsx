import { type RevocationCount, totalOf } from "log-out-everywhere"
import { called } from "@/lib/names/called"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"
import { AccountAct } from "./account-act"
import { changeRoleAction } from "./actions"
import { endsOf } from "./ends-of"

interface RoleActProps {
  readonly user: Pick<User, "id" | "name" | "email" | "role">
  readonly ending: RevocationCount
}

/** Gives the person the other role. */
export function RoleAct({ user: { id, name, email, role }, ending }: RoleActProps) {
  const t = words("user")
  const person = called({ name, email })
  const isLoggedOut = (ending.session ?? 0) > 0 ? "yes" : "no"
  const act =
    role === "admin"
      ? {
          to: "user",
          label: t("demote"),
          title: t("demoteTitle", { person }),
          hint: t("demoteHint", { person, isLoggedOut }),
        }
      : {
          to: "admin",
          label: t("promote"),
          title: t("promoteTitle", { person }),
          hint: t("promoteHint", { person, isLoggedOut }),
        }

  return (
    <AccountAct
      title={t("roleTitle")}
      hint={act.hint}
      action={changeRoleAction}
      label={act.label}
      fields={{ user: id, role: act.to }}
      confirm={{
        title: act.title,
        body: totalOf(ending) > 0 ? `${act.hint} ${endsOf(ending)}` : act.hint,
        label: act.label,
      }}
    />
  )
}
