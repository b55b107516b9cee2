"use client"

import { createContext, type ReactNode, use, useRef } from "react"
import { type FormAction, type FormState, idle } from "@/lib/forms/form-state"
import { Outcome } from "./outcome"
import { sayDone } from "./toast-list"
import { useAct } from "./use-act"
import { useAfterAct } from "./use-after-act"

interface Acts {
  readonly state: FormState
  readonly formAction: (form: FormData) => void
  readonly isPending: boolean
}

interface ActAreaProps {
  readonly action: FormAction
  readonly className?: string
  readonly children: ReactNode
}

/**
 * Holds the state of one action for every `Act` inside it. What was done is told in a toast, and what was not above
 * the forms.
 *
 * It stands around the list, not in the row: the row of a session goes when the session ends.
 */
export function ActArea({ action, className, children }: ActAreaProps) {
  const [state, formAction, isPending] = useAct(action, sayDone)
  const area = useRef<HTMLDivElement>(null)
  useAfterAct(state, area)

  return (
    <ActContext value={{ state, formAction, isPending }}>
      <div ref={area} className={className}>
        <Outcome state={state.status === "done" ? idle : state} />
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
