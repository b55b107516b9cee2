"use client"

import { createContext, type ReactNode, use, useEffect, useRef } from "react"
import type { FormAction, FormState } from "@/lib/forms/form-state"
import { hasFocus, Outcome } from "./outcome"
import { useAct } from "./use-act"

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
 * Holds the state of one action for every `Act` inside it, and says the outcome at its top.
 *
 * It stands around the list, not in the row: the row of a session goes when the session ends, and
 * the outcome must stay.
 */
export function ActArea({ action, className, children }: ActAreaProps) {
  const [state, formAction, isPending] = useAct(action)
  const area = useRef<HTMLDivElement>(null)
  useFocusAfterAct(state, area)

  return (
    <ActContext value={{ state, formAction, isPending }}>
      <div ref={area} className={className}>
        <Outcome state={state} takesFocus={false} />
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

/** Once an act has taken its own button away, hands the focus to the button that took its place, or to the outcome. */
function useFocusAfterAct(state: FormState, area: { readonly current: HTMLDivElement | null }) {
  const position = useRef(0)

  useEffect(() => {
    const remember = ({ target }: Event) => {
      const form = target instanceof Element && target.closest("form")
      if (form) position.current = Math.max(0, actsIn(area.current).indexOf(form))
    }
    const watched = area.current
    watched?.addEventListener("submit", remember, true)
    return () => watched?.removeEventListener("submit", remember, true)
  }, [area])

  useEffect(() => {
    if (state.status !== "done" || hasFocus()) return
    const acts = actsIn(area.current)
    const next = acts[Math.min(position.current, acts.length - 1)]?.querySelector("button:enabled")
    const target = next ?? area.current?.querySelector("[data-outcome]")
    // The outcome has been brought into view, and stays there.
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }, [state, area])
}

const actsIn = (area: HTMLElement | null) => [...(area?.querySelectorAll("form[data-act]") ?? [])]
