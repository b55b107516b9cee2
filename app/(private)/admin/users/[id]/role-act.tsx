import { type RevocationCount, totalOf } from "log-out-everywhere"
import { called } from "@/lib/names/called"
import { texts } from "@/lib/texts"
import type { User } from "@/lib/users/ports/user"
import { AccountAct } from "./account-act"
import { changeRoleAction } from "./actions"

interface RoleActProps {
  readonly user: Pick<User, "id" | "name" | "email" | "role">
  readonly ending: RevocationCount
}

const words = texts.admin.user

/** Gives the person the other role. */
export function RoleAct({ user: { id, name, email, role }, ending }: RoleActProps) {
  const person = called({ name, email })
  const isLoggedOut = (ending.session ?? 0) > 0
  const act =
    role === "admin"
      ? {
          to: "user",
          label: words.demote,
          title: words.demoteTitle(person),
          hint: words.demoteHint(person, isLoggedOut),
        }
      : {
          to: "admin",
          label: words.promote,
          title: words.promoteTitle(person),
          hint: words.promoteHint(person, isLoggedOut),
        }

  return (
    <AccountAct
      title={words.roleTitle}
      hint={act.hint}
      action={changeRoleAction}
      label={act.label}
      fields={{ user: id, role: act.to }}
      confirm={{
        title: act.title,
        body: totalOf(ending) > 0 ? `${act.hint} ${words.ends(ending)}` : act.hint,
        label: act.label,
      }}
    />
  )
}
