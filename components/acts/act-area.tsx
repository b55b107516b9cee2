"use client"

import { createContext, type ReactNode, use, useRef } from "react"
import type { FieldsState, FormState } from "@/lib/forms/form-state"
import { sayDone } from "./toast-list"
import { useAct } from "./use-act"
import { useAfterAct, useSayOnceShown } from "./use-after-act"

interface Acts<Answer = FieldsState> {
  readonly state: Answer
  readonly formAction: (form: FormData) => void
  readonly isPending: boolean
}

interface ActAreaProps<Answer> {
  readonly action: (state: Answer | FormState, form: FormData) => Promise<Answer | FormState>
  /** Says that nothing was done, in the act's own words. */
  readonly undone?: string
  readonly className?: string
  readonly children: ReactNode
}

/**
 * Holds the state of one action for every `Act` inside it. What was done is told in a toast, and what was not by the
 * act itself.
 *
 * It stands around the list, not in the row: the row of a session goes when the session ends.
 */
export function ActArea<Answer extends FieldsState = FormState>({
  action,
  undone,
  className,
  children,
}: ActAreaProps<Answer>) {
  const area = useRef<HTMLDivElement>(null)
  const unsaid = useRef<Answer | FormState>(undefined)
  const keep = (answer: Answer | FormState) => {
    if (area.current) unsaid.current = answer
    else sayDone(answer)
  }
  const [state, formAction, isPending] = useAct<Answer>(action, { say: keep, undone })
  useAfterAct(state, area)
  useSayOnceShown(state, unsaid)

  return (
    <ActContext value={{ state, formAction, isPending }}>
      <div ref={area} className={className}>
        {children}
      </div>
    </ActContext>
  )
}

export function useActs(): Acts {
  const acts = use(ActContext)
  if (!acts) throw new Error("An <Act> stands inside an <ActArea>.")
  return acts
}

const ActContext = createContext<Acts | null>(null)
