"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { errorsOf } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { logEveryoneOutAction } from "./actions"

const words = texts.admin.everyone

/** `others` says how many sessions end, in words. */
export function EveryoneOutForm({ others }: { readonly others: string }) {
  return (
    <ActArea action={logEveryoneOutAction}>
      <Act
        label={words.label(others)}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: words.confirmTitle(others), body: words.confirmBody, label: words.title }}
      >
        <PhraseField />
      </Act>
    </ActArea>
  )
}

function PhraseField() {
  const { state } = useActs()

  return (
    <TypedConfirmation
      label={words.field}
      name="phrase"
      expected={words.phrase}
      mismatch={words.mismatch}
      error={errorsOf(state).phrase}
      className="max-w-sm"
    />
  )
}
