"use client"

import { Act } from "@/components/acts/act"
import { texts } from "@/lib/texts"
import { selectionForm, useTicks } from "./selection"

const words = texts.admin.sessions

/** Ends the ticked sessions. The button counts them, where there is JavaScript to count. */
export function RevokeSelected() {
  const ticked = useTicks()?.ticked

  return (
    <Act
      label={ticked === undefined ? words.revokeSelected : words.revokeSelectedCount(ticked)}
      formId={selectionForm}
      disabled={ticked === 0}
      variant="danger-quiet"
      confirm={(form) => ({
        title: words.revokeSelectedTitle(form.getAll("token").length),
        body: words.revokeSelectedBody,
        label: words.revokeSelected,
      })}
    />
  )
}
