"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { act } from "@/app/act"
import { withOutcome } from "@/lib/auth/outcome"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { emailInput, lineInput } from "@/lib/forms/inputs"
import { refused } from "@/lib/forms/refused"
import { maxLineLength } from "@/lib/names/line"
import { roles } from "@/lib/names/role"
import { words } from "@/lib/texts/words"
import { inviteUser } from "@/lib/users/admin/invite-user"

const InvitationInput = z.object({
  name: lineInput(maxLineLength, () => words("invitation")("nameTooLong")),
  email: emailInput,
  role: z.enum(roles),
})

export const inviteUserAction = act(
  { gate: "admin", proof: true, input: InvitationInput },
  async (viewer, { name, email, role }) => {
    const person = { email, role, name: name || null, invitedBy: viewer.name ?? viewer.email }
    const result = await inviteUser(parts(), viewer.actor, person)
    if (!result.ok) {
      const { message } = refused(result.failure, (failure) =>
        words("invitation")(`failures.${failure}`),
      )
      return failed(words("form")("invalid"), { email: message })
    }
    redirect(await withOutcome(`/admin/users/${result.value.id}`, "invited"))
  },
)
