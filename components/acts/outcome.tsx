"use client"

import { type RefObject, useEffect, useRef } from "react"
import { useTranslations } from "use-intl/react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { Failure } from "@/lib/failure"
import type { FormState } from "@/lib/forms/form-state"
import { useIsPast } from "./latest-outcome"

interface OutcomeProps {
  readonly state: FormState
  /** Takes the focus where the act took its own button away. Left to the area that knows a better place. */
  readonly takesFocus?: boolean
}

/**
 * Says how an act went, above its form. The live region is there before it speaks, or a screen reader
 * misses it. Where a field beside it says what is wrong, it is silent.
 *
 * Without JavaScript the page loads again, and `autofocus` brings the person to the outcome.
 */
export function Outcome({ state, takesFocus = true }: OutcomeProps) {
  const region = useRef<HTMLDivElement>(null)
  const isPast = useIsPast(state)
  const isOver = (state.status === "done" || state.status === "failed") && !isPast
  useBroughtIntoView(state, region, takesFocus)

  return (
    <div
      ref={region}
      aria-live="polite"
      role={isOver ? "status" : undefined}
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

/** What helps where no answer came: to reload, unless another try is as good. */
function WayOn({ failure: { kind, reference } }: { readonly failure: Failure }) {
  const t = useTranslations("failures")
  return (
    <>
      {kind !== "offline" && kind !== "refused" && (
        <Button size="sm" className="mt-2" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      )}
      {reference && <p className="mt-2 text-xs">{t("reference", { id: reference })}</p>}
    </>
  )
}

export const hasFocus = () => document.querySelector(":focus:not(:disabled)") !== null

/** The button that was pressed may be a screen away from what came of it. */
function useBroughtIntoView(
  state: FormState,
  region: RefObject<HTMLDivElement | null>,
  takesFocus: boolean,
) {
  const seen = useRef(state)

  useEffect(() => {
    if (state === seen.current) return
    seen.current = state
    const outcome = region.current?.querySelector("[data-outcome]")
    if (!(outcome instanceof HTMLElement)) return
    outcome.scrollIntoView({ block: "nearest" })
    if (takesFocus && !hasFocus()) outcome.focus()
  }, [state, region, takesFocus])
}
