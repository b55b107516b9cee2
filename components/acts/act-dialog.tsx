"use client"

import { usePathname, useSearchParams } from "next/navigation"
import type { ReactNode } from "react"
import { useTranslations } from "use-intl/react"
import { Button, buttonClass } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { useIsScripted } from "@/components/ui/scripted"
import { SubmitButton } from "@/components/ui/submit-button"
import type { AskedProof, FieldsState, FormState } from "@/lib/forms/form-state"
import { Failed } from "./failed"
import { ProofButtons, ProofFields } from "./proof-fields"

export interface Confirmation {
  /** A question that names what is about to end: the device, or how many. */
  readonly title: ReactNode
  readonly body?: ReactNode
  /** The button that does it: the same words as on the button that led here. */
  readonly label: ReactNode
}

export interface Question {
  readonly words: Confirmation
  readonly asksForProof: boolean
  /** What had come of the act before. */
  readonly before: FieldsState
}

interface ActDialogProps {
  readonly question: Question
  readonly state: FieldsState
  readonly isDangerous: boolean
  readonly onClose: () => void
}

/** Asks for all that an act needs, and says in place why it is not done. */
export function ActDialog({ question, state, isDangerous, onClose }: ActDialogProps) {
  const { words, asksForProof } = question
  const proof = proofFor(state, asksForProof)
  const isByPassword = !proof || proof.hasPassword

  return (
    <Dialog title={words.title} body={words.body} onClose={onClose}>
      {state !== question.before && <Failed state={state} className="mt-4" />}
      {proof && <ProofFields proof={proof} />}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Cancel isFirst={!proof} onClose={onClose} />
        {isByPassword ? (
          <SubmitButton
            variant={isDangerous ? "danger" : "primary"}
            className="max-w-full whitespace-normal"
          >
            {words.label}
          </SubmitButton>
        ) : (
          <ProofButtons proof={proof} />
        )}
      </div>
    </Dialog>
  )
}

interface CancelProps {
  readonly isFirst: boolean
  readonly onClose: () => void
}

/** On a page without scripts the way back is to load it again. */
function Cancel({ isFirst, onClose }: CancelProps) {
  const t = useTranslations("act")
  const here = `${usePathname()}?${useSearchParams()}`
  if (!useIsScripted()) {
    return (
      <a href={here} className={buttonClass({})}>
        {t("cancel")}
      </a>
    )
  }
  return (
    <Button data-first={isFirst || undefined} onClick={onClose}>
      {t("cancel")}
    </Button>
  )
}

/** What the server asks for; before it has been asked, the password. */
function proofFor(state: FieldsState | FormState, asksForProof: boolean): AskedProof | null {
  if (isProve(state)) return state
  return asksForProof ? byPassword : null
}

const byPassword: AskedProof = { hasPassword: true, providers: [] }

const isProve = (
  state: FieldsState | FormState,
): state is Extract<FormState, { status: "prove" }> => state.status === "prove"
