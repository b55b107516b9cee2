import type { FormAction } from "@/lib/forms/form-state"
import { Act, type ActProps } from "./act"
import { ActArea } from "./act-area"

/** An act that stands alone, with its outcome above it. */
export function ActForm({ action, ...act }: ActProps & { readonly action: FormAction }) {
  return (
    <ActArea action={action}>
      <Act {...act} />
    </ActArea>
  )
}
