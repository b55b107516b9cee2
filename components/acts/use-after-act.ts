"use client"

import { type RefObject, useEffect, useRef } from "react"
import type { FieldsState } from "@/lib/forms/form-state"
import { isUnfinished } from "./marked-form"
import { hasFocus } from "./outcome"
import { sayDone } from "./toast-list"

const fadeMs = 180

interface Sent {
  /** Which of the acts it was, from the top. */
  readonly position: number
  readonly row: Element | null
  readonly list: Element | null
  readonly below: Element | null
}

/**
 * After an act that takes its own row away: the row fades, and the focus goes to the button that took its place, or
 * to the heading of the list. Nothing scrolls.
 */
export function useAfterAct(state: FieldsState, area: RefObject<HTMLElement | null>) {
  const sent = useRef<Sent>(null)

  useEffect(() => {
    const remember = ({ target }: Event) => {
      const form = target instanceof Element && target.closest("form")
      if (!form) return
      const row = form.closest("li, tr")
      sent.current = {
        position: Math.max(0, actsIn(area.current).indexOf(form)),
        row,
        list: row?.parentElement ?? null,
        below: row?.nextElementSibling ?? null,
      }
    }
    const watched = area.current
    watched?.addEventListener("submit", remember, true)
    return () => watched?.removeEventListener("submit", remember, true)
  }, [area])

  useEffect(() => {
    if (isUnfinished(state) || !sent.current) return
    const { position } = sent.current
    if (!hasFocus()) focusOn(nextAct(area.current, position) ?? headingOf(area.current))
    fade(sent.current)
    sent.current = null
  }, [state, area])
}

/**
 * Says what was done once the page shows it: a screen reader hears nothing behind an open dialog. An area that goes with
 * what its act has done says so as it goes.
 */
export function useSayOnceShown(state: FieldsState, unsaid: { current: FieldsState | undefined }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is what the page shows
  useEffect(() => {
    const say = () => {
      if (unsaid.current) sayDone(unsaid.current)
      unsaid.current = undefined
    }
    say()
    return say
  }, [state, unsaid])
}

const actsIn = (area: Element | null) => [...(area?.querySelectorAll("form[data-act]") ?? [])]

function nextAct(area: Element | null, position: number) {
  const acts = actsIn(area)
  return acts[Math.min(position, acts.length - 1)]?.querySelector("button:enabled")
}

const headingOf = (area: Element | null) => area?.closest("section")?.querySelector("h2")

function focusOn(target: Element | null | undefined) {
  if (!(target instanceof HTMLElement)) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: "nearest" })
}

/** React has taken the row away; for a moment it stands where it stood, for the eye alone. */
function fade({ row, list, below }: Sent) {
  const isGone = row && !row.isConnected && list?.isConnected
  if (!isGone || matchMedia("(prefers-reduced-motion: reduce)").matches) return
  const ghost = row.cloneNode(true)
  if (!(ghost instanceof HTMLElement)) return
  ghost.inert = true
  ghost.ariaHidden = "true"
  for (const control of ghost.querySelectorAll("form, input, [id]")) control.remove()
  list.insertBefore(ghost, below?.isConnected ? below : null)
  ghost.animate({ opacity: [1, 0] }, { duration: fadeMs }).finished.finally(() => ghost.remove())
}
