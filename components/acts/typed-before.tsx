"use client"

import { createContext, type ReactNode, use, useMemo } from "react"
import type { FieldsState, Typed } from "@/lib/forms/form-state"

interface TypedBeforeProps {
  /** What was typed on this page before the person went to a provider to prove who they are. */
  readonly typed: Typed | null
  readonly children: ReactNode
}

export function TypedBefore({ typed, children }: TypedBeforeProps) {
  const state = useMemo(() => (typed ? { status: "idle", typed } : unsent), [typed])
  return <Context value={state}>{children}</Context>
}

/** The state of a form that has not been sent, with what was typed into it before. */
export function useUnsent(act: string): FieldsState {
  const state = use(Context)
  return state.typed?.act?.[0] === act ? state : unsent
}

const unsent: FieldsState = { status: "idle" }
const Context = createContext(unsent)
