"use client"

import clsx from "clsx"
import { useEffect, useRef } from "react"
import { Notice } from "@/components/ui/notice"
import type { FieldsState, FormState } from "@/lib/forms/form-state"
import { WayOn } from "./way-on"

interface FailedProps {
  readonly state: FieldsState
  readonly className?: string
}

/**
 * Says where an act can be tried again why it is not done. Where a field beside it says what is wrong, it is
 * silent.
 *
 * Without JavaScript the page loads again, and `autofocus` brings the person here.
 */
export function Failed({ state, className }: FailedProps) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === "failed") notice.current?.scrollIntoView({ block: "nearest" })
  }, [state])
  if (!isFailed(state) || Object.keys(state.fields ?? {}).length > 0) return null

  return (
    <Notice
      ref={notice}
      tone="danger"
      role="alert"
      tabIndex={-1}
      autoFocus
      data-outcome
      className={clsx("basis-full scroll-my-4", className)}
    >
      <p>{state.message}</p>
      {state.failure && <WayOn failure={state.failure} />}
    </Notice>
  )
}

const isFailed = (state: FieldsState): state is Extract<FormState, { status: "failed" }> =>
  state.status === "failed"
