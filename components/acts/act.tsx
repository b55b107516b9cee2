"use client"

import clsx from "clsx"
import { type ComponentProps, type ReactNode, useState } from "react"
import type { Button } from "@/components/ui/button"
import { useIsScripted } from "@/components/ui/scripted"
import type { FieldsState } from "@/lib/forms/form-state"
import { useActs } from "./act-area"
import { ActButton } from "./act-button"
import { ActDialog, type Confirmation, type Question } from "./act-dialog"
import { Failed } from "./failed"
import { isUnfinished, MarkedForm } from "./marked-form"
import { useUnsent } from "./typed-before"

/** A label with counts in it may be longer than a phone is wide. */
const wrapping = "max-w-full max-sm:whitespace-normal"

export interface ActProps
  extends Pick<ComponentProps<typeof Button>, "variant" | "size" | "disabled"> {
  /** The button's words. */
  readonly label: ReactNode
  /** The button's full name, where its words alone do not tell it from its neighbours. */
  readonly name?: string
  /** Sent along; within one area they tell this act from the others. */
  readonly fields?: Readonly<Record<string, string>>
  /** Asked before the act, where there is JavaScript. A function reads the form: for counts of ticked boxes. */
  readonly confirm?: Confirmation | ((form: FormData) => Confirmation)
  /** Its action asks for no proof. */
  readonly withoutProof?: boolean
  /** Lets controls elsewhere on the page belong to this form, by their attribute `form`. */
  readonly formId?: string
  readonly className?: string
  /** Fields that show. */
  readonly children?: ReactNode
}

/**
 * One button that does something, as a form. One dialog asks for all that the act needs: a yes, and where the last
 * proof is old, another. It stays until the act is done, and says so where it is not.
 */
export function Act({
  label,
  name,
  fields = {},
  confirm,
  withoutProof = false,
  formId,
  className,
  children,
  ...look
}: ActProps) {
  const { state: latest, formAction, isPending } = useActs()
  const act = String(new URLSearchParams(fields))
  const unsent = useUnsent(act)
  const state = latest.status === "idle" || isAnothers(latest, act) ? unsent : latest
  const [question, setQuestion] = useState<Question>()
  const [dismissed, setDismissed] = useState<FieldsState>()
  const isScripted = useIsScripted()
  if (question && isSettled(state, question)) setQuestion(undefined)

  const isProving = state.status === "prove" && state !== dismissed
  const wordsFor = (form: FormData): Confirmation =>
    (typeof confirm === "function" ? confirm(form) : confirm) ?? { title: name ?? label, label }
  const asked = question ?? (isProving && askedFor(state, wordsFor))

  return (
    <MarkedForm
      state={state}
      fields={{ ...fields, act }}
      id={formId}
      data-act
      action={formAction}
      className={clsx(className, isProving && !isScripted && "basis-full")}
      onSubmit={(event) => isPending && event.preventDefault()}
    >
      {!asked && <Failed state={state} />}
      {children}
      <ActButton
        {...look}
        aria-label={name}
        className={wrapping}
        // Enter in the dialog is for the dialog's own button.
        isAsking={Boolean(asked)}
        asksFirst={Boolean(confirm)}
        withoutProof={withoutProof}
        onAsk={(form, asksForProof) =>
          setQuestion({ words: wordsFor(form), asksForProof, before: state })
        }
      >
        {label}
      </ActButton>
      {asked && (
        <ActDialog
          question={asked}
          state={state}
          isDangerous={Boolean(confirm)}
          onClose={() => {
            setQuestion(undefined)
            setDismissed(state)
          }}
        />
      )}
    </MarkedForm>
  )
}

/** Of several acts in one area, one alone was sent. */
const isAnothers = (state: FieldsState, act: string) =>
  state.typed !== undefined && state.typed.act?.[0] !== act

/** Whether the dialog has nothing more to ask: the act is done, or a field of the form is at fault. */
const isSettled = (state: FieldsState, { before }: Question) =>
  state !== before &&
  (state.status === "failed" ? Object.keys(state.fields ?? {}).length > 0 : !isUnfinished(state))

/** What the server asks without having been expected to. */
function askedFor(state: FieldsState, wordsFor: (form: FormData) => Confirmation): Question {
  const form = new FormData()
  for (const [name, values] of Object.entries(state.typed ?? {})) {
    for (const value of values) form.append(name, value)
  }
  return { words: wordsFor(form), asksForProof: true, before: state }
}
