import { type RevocationCount, totalOf } from "log-out-everywhere"
import { ActForm } from "@/components/acts/act-form"
import { TextField } from "@/components/ui/field"
import { words } from "@/lib/texts/words"
import { maxReasonLength } from "@/lib/users/admin/max-reason-length"
import type { User } from "@/lib/users/ports/user"
import { logUserOutAction } from "./actions"
import { endsOf } from "./ends-of"

interface LogUserOutProps {
  readonly user: Pick<User, "id" | "name" | "email">
  readonly ending: RevocationCount
}

export function LogUserOut({ user: { id, name, email }, ending }: LogUserOutProps) {
  const t = words("user")
  const count = totalOf(ending)

  return (
    <ActForm
      action={logUserOutAction}
      label={t("everywhere", { count })}
      fields={{ user: id }}
      disabled={count === 0}
      variant="danger-quiet"
      className="flex flex-wrap items-end gap-3"
      confirm={{
        title: t("everywhereTitle", { person: name ?? email }),
        body: endsOf(ending),
        label: t("everywhereLabel"),
      }}
    >
      <TextField
        label={t("reason")}
        name="reason"
        maxLength={maxReasonLength}
        autoComplete="off"
        className="min-w-48 grow sm:max-w-96"
      />
    </ActForm>
  )
}
