import { type RevocationCount, totalOf } from "log-out-everywhere"
import { ActForm } from "@/components/acts/act-form"
import { TextField } from "@/components/ui/field"
import { texts } from "@/lib/texts"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"
import type { User } from "@/lib/users/ports/user"
import { logUserOutAction } from "./actions"

interface LogUserOutProps {
  readonly user: Pick<User, "id" | "name" | "email">
  readonly ending: RevocationCount
}

const words = texts.admin.user

export function LogUserOut({ user: { id, name, email }, ending }: LogUserOutProps) {
  const count = totalOf(ending)

  return (
    <ActForm
      action={logUserOutAction}
      label={words.everywhere(count)}
      fields={{ user: id }}
      disabled={count === 0}
      variant="danger-quiet"
      className="flex flex-wrap items-end gap-3"
      confirm={{
        title: words.everywhereTitle(name ?? email),
        body: words.ends(ending),
        label: words.everywhereLabel,
      }}
    >
      <TextField
        label={words.reason}
        name="reason"
        maxLength={maxReasonLength}
        autoComplete="off"
        className="min-w-48 grow sm:max-w-96"
      />
    </ActForm>
  )
}
