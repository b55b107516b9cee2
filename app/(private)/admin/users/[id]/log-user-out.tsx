import { ActForm } from "@/components/acts/act-form"
import { texts } from "@/lib/texts"
import { type RevocationCount, totalOf } from "@/lib/tokens"
import type { User } from "@/lib/users/user"
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
      confirm={{
        title: words.everywhereTitle(name ?? email),
        body: words.everywhereBody(texts.session.counts(ending)),
        label: words.everywhereLabel,
      }}
    />
  )
}
