"use client"

import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { RadioFields } from "@/components/ui/radio-fields"
import { texts } from "@/lib/texts"
import { logEveryoneOutAction } from "./actions"
import type { Reach } from "./reach"

interface EveryoneOutFormProps {
  readonly choices: readonly {
    readonly reach: Reach
    readonly label: string
    /** What it ends and what it spares, as things are now. */
    readonly effect: string
  }[]
}

const words = texts.admin.everyone

export function EveryoneOutForm({ choices }: EveryoneOutFormProps) {
  return (
    <ActArea action={logEveryoneOutAction}>
      <Act
        label={words.title}
        variant="danger-quiet"
        className="space-y-4"
        confirm={(form) => ({
          title: words.confirmTitle,
          body: choices.find(({ reach }) => reach === form.get("reach"))?.effect ?? "",
          label: words.title,
        })}
      >
        <RadioFields
          legend={words.reach}
          name="reach"
          choices={choices.map(({ reach, label, effect }) => ({
            value: reach,
            label,
            hint: effect,
          }))}
        />
        <TypedConfirmation
          label={words.field}
          name="phrase"
          expected={[words.phrase]}
          mismatch={words.mismatch}
          className="max-w-sm"
        />
      </Act>
    </ActArea>
  )
}
