"use client"

import { type RefObject, useEffect, useRef } from "react"
import { Notice } from "@/components/ui/notice"
import type { FormState } from "@/lib/forms/form-state"
import { WayOn } from "./way-on"

interface OutcomeProps {
  readonly state: FormState
}

/**
 * Says how an act went, above its form. The live region is there before it speaks, or a screen reader
 * misses it. Where a field beside it says what is wrong, it is silent.
 *
 * Without JavaScript the page loads again, and `autofocus` brings the person to the outcome.
 */
export function Outcome({ state }: OutcomeProps) {
  const region = useRef<HTMLDivElement>(null)
  const isOver = state.status === "done" || state.status === "failed"
  useBroughtIntoView(state, region)

  return (
    <div
      ref={region}
      aria-live={state.status === "failed" ? "assertive" : "polite"}
      role={isOver ? (state.status === "failed" ? "alert" : "status") : undefined}
      className="mb-0 [&:has(~_*_[aria-invalid=true])>*]:hidden"
    >
      {isOver && (
        <div
          tabIndex={-1}
          data-outcome
          // biome-ignore lint/a11y/noAutofocus: the focus follows the act
          autoFocus
          className="animate-arrive scroll-my-4 pb-4"
        >
          <Notice tone={state.status === "done" ? "good" : "danger"}>
            <p>{state.message}</p>
            {state.status === "failed" && state.failure && <WayOn failure={state.failure} />}
          </Notice>
        </div>
      )}
    </div>
  )
}

export const hasFocus = () => document.querySelector(":focus:not(:disabled)") !== null

/** The button that was pressed may be a screen away from what came of it. */
function useBroughtIntoView(state: FormState, region: RefObject<HTMLDivElement | null>) {
  const seen = useRef(state)

  useEffect(() => {
    if (state === seen.current) return
    seen.current = state
    const outcome = region.current?.querySelector("[data-outcome]")
    if (!(outcome instanceof HTMLElement)) return
    outcome.scrollIntoView({ block: "nearest" })
    if (!hasFocus()) outcome.focus()
  }, [state, region])
}
