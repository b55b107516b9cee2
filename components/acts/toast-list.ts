"use client"

import { useState, useSyncExternalStore } from "react"
import type { Failure } from "@/lib/failure"
import type { FieldsState, FormState } from "@/lib/forms/form-state"

/** What came of an act, to be read wherever the person has scrolled. */
export interface Toast {
  readonly id: number
  readonly tone: "good" | "danger"
  readonly message: string
  readonly failure?: Failure | undefined
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

export function say(toast: Omit<Toast, "id">): void {
  lastId += 1
  change([...toasts, { ...toast, id: lastId }])
}

/** What every act says that was done. */
export function sayDone(answer: FieldsState & { readonly message?: string }): void {
  const { status, message } = answer
  if (status !== "failed" && status !== "prove" && message) say({ tone: "good", message })
}

/** Why nothing, or nothing known, came of an act whose form has no place to say so. */
export function sayFailed(answer: FormState): void {
  if (answer.status !== "failed") return
  say({ tone: "danger", message: answer.message, failure: answer.failure })
}

export function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** Takes away what was told to a person who is no longer there. */
export const dismissEvery = (): void => change([])

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )

/** Whether any act has come to an end since this component was there. */
export function useHasSaid(): boolean {
  const [before] = useState(() => lastId)
  return useSyncExternalStore(
    subscribe,
    () => lastId !== before,
    () => false,
  )
}

const none: readonly Toast[] = []

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
