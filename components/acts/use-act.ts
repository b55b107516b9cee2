"use client"

import { unstable_rethrow } from "next/navigation"
import { useActionState } from "react"
import { useTranslations } from "use-intl/react"
import { sent } from "@/components/sent"
import { type ActFailure, failureOfAct } from "@/lib/failure"
import { type FormState, idle } from "@/lib/forms/form-state"
import { withTyped } from "@/lib/forms/typed"
import type { Words } from "@/lib/texts/words"
import { sayFailed } from "./toast-list"

type Unanswered = Extract<FormState, { status: "failed" }>

interface ActOptions<Answer> {
  /** Told of each answer, of an act too whose form goes with what it has done. */
  readonly say?: (answer: Answer | FormState) => void
  /** Says that nothing was done, in the act's own words. */
  readonly undone?: string | undefined
}

/**
 * The state of a server action and its form's action: `useActionState`, but that an act without an
 * answer is a state like any other. The page and what was typed stay, where React would give up the page.
 *
 * The server renders the action itself, since a form works without JavaScript only by the action's id.
 */
export function useAct<Answer extends { readonly status: string } = FormState>(
  action: (state: Answer | FormState, form: FormData) => Promise<Answer | FormState>,
  { say, undone }: ActOptions<Answer> = {},
) {
  const t = useTranslations("failures")
  const told = async (state: Answer | FormState, form: FormData) => {
    const answer = await answered(t, () => action(state, form), undone)
    const next = "value" in answer ? answer.value : withTyped(answer.failed, form)
    say?.(next)
    return next
  }
  return useActionState<Answer | FormState, FormData>(isInBrowser ? told : action, idle)
}

/** The same of an action whose answer nobody shows: that none came is told in a toast, if nowhere closer. */
export function useCall<Args extends readonly unknown[]>(
  action: (...args: Args) => unknown,
  say: (failed: FormState) => void = sayFailed,
): (...args: Args) => void {
  const t = useTranslations("failures")
  const told = async (...args: Args) => {
    const answer = await answered(t, async () => action(...args))
    if ("failed" in answer) say(answer.failed)
  }
  return isInBrowser ? told : action
}

const isInBrowser = typeof window !== "undefined"

/** Where Next goes elsewhere, to the log-in page say, it throws, and what it throws is its own affair. */
async function answered<Value>(
  t: Words<"failures">,
  call: () => Promise<Value>,
  undone = t("acts.nothingSent"),
): Promise<{ readonly value: Value } | { readonly failed: Unanswered }> {
  if (await isOffline()) {
    const message = t("acts.offline", { undone })
    return { failed: { status: "failed", message, failure: { kind: "offline" } } }
  }
  try {
    return { value: await sent(call()) }
  } catch (error) {
    unstable_rethrow(error)
    return { failed: unanswered(t, failureOfAct(error)) }
  }
}

function unanswered(t: Words<"failures">, failure: ActFailure): Unanswered {
  const { kind } = failure
  const isLostOffline = kind === "unanswered" && !navigator.onLine
  const message =
    kind === "refused" ? (failure.reason ?? "") : t(`acts.${isLostOffline ? "lost" : kind}`)
  return { status: "failed", message, failure }
}

/**
 * Asked before anything is sent, so that it is certain that nothing was. A browser that says it is
 * offline is tried all the same: with some networks it is mistaken.
 */
export async function isOffline(): Promise<boolean> {
  if (navigator.onLine) return false
  return fetch("/api/session", { cache: "no-store" }).then(
    () => false,
    () => true,
  )
}
