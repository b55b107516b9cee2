"use client"

import clsx from "clsx"
import { X } from "lucide"
import { type FocusEvent, useEffect, useRef, useState, useSyncExternalStore } from "react"
import { flushSync } from "react-dom"
import { useTranslations } from "use-intl/react"
import { Icon } from "@/components/ui/icon"
import { Notice } from "@/components/ui/notice"
import { dismiss, type Toast, useToasts } from "./toast-list"
import { useSideClearOfFocus } from "./use-side-clear-of-focus"
import { WayOn } from "./way-on"

/** For how long what went well is told. It takes a slow reader five seconds. */
const shownMs = 10_000

/** Where others put what they have to say in the same corner, so that nothing lies on anything. */
export const cornerId = "corner"

/**
 * Says in a corner of the page what came of an act. What went wrong stays until it is dismissed: by its button, or
 * by Escape.
 *
 * The live regions are there before they speak, or a screen reader misses them.
 */
export function Toasts() {
  const t = useTranslations("toasts")
  const toasts = useToasts()
  const corner = useRef<HTMLDivElement>(null)
  const side = useSideClearOfFocus(corner, toasts.length)
  const { isPaused, pausing, goOn } = usePause()
  const cameFrom = useRef<HTMLElement | null>(null)
  const ofTone = (tone: Toast["tone"]) => toasts.filter((toast) => toast.tone === tone)

  const leave = (id: number) => {
    flushSync(() => dismiss(id))
    // What is taken away under the pointer, or with the focus, is not said to be left.
    goOn()
    if (document.activeElement !== document.body) return
    // To the next one's button, or else to what had the focus before.
    const next = corner.current?.querySelector("[data-toast] button") ?? cameFrom.current
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  }
  useEscape(toasts.at(-1), leave)

  return (
    <section
      ref={corner}
      aria-label={t("messages")}
      className={clsx(
        "pointer-events-none fixed inset-x-4 z-40 flex flex-col gap-2 *:pointer-events-auto *:flex *:flex-col *:gap-2 sm:start-auto sm:w-96 print:hidden",
        side === "bottom" ? "bottom-4" : "top-18",
      )}
      {...pausing}
      onFocus={(event: FocusEvent) => {
        pausing.onFocus()
        const from = event.relatedTarget
        if (from instanceof HTMLElement && !corner.current?.contains(from)) cameFrom.current = from
      }}
    >
      <div aria-live="assertive">
        {ofTone("danger").map((toast) => (
          <Shown key={toast.id} toast={toast} stays isPaused={isPaused} onDismiss={leave} />
        ))}
      </div>
      <div aria-live="polite">
        {ofTone("good").map((toast) => (
          <Shown key={toast.id} toast={toast} stays={false} isPaused={isPaused} onDismiss={leave} />
        ))}
        <div id={cornerId} />
      </div>
    </section>
  )
}

interface ShownProps {
  readonly toast: Toast
  readonly stays: boolean
  readonly isPaused: boolean
  readonly onDismiss: (id: number) => void
}

function Shown({ toast: { id, tone, message, failure }, stays, isPaused, onDismiss }: ShownProps) {
  const t = useTranslations("toasts")
  useEffect(() => {
    if (stays || isPaused) return
    const timer = setTimeout(() => dismiss(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, stays, isPaused])

  return (
    <div
      data-toast
      role={tone === "good" ? "status" : "alert"}
      className="animate-arrive shadow-dialog rounded-control"
    >
      <Notice tone={tone} className="items-start">
        <div className="flex items-start gap-3">
          <div className="grow">
            <p>{message}</p>
            {failure && <WayOn failure={failure} />}
          </div>
          <button
            type="button"
            aria-label={t("dismiss")}
            onClick={() => onDismiss(id)}
            className="-my-1.5 -me-2 grid size-8 shrink-0 place-items-center rounded-control text-ink-soft transition-colors hover:text-ink pointer-coarse:size-11"
          >
            <Icon of={X} className="size-4" />
          </button>
        </div>
      </Notice>
    </div>
  )
}

/** Whether somebody reads it just now, by pointer or by focus, or could not: the page is in another tab. */
function usePause() {
  const [isHovered, setIsHovered] = useState(false)
  const [hasFocus, setHasFocus] = useState(false)
  const isHidden = useSyncExternalStore(
    onVisibilityChange,
    () => document.hidden,
    () => false,
  )
  return {
    isPaused: isHovered || hasFocus || isHidden,
    pausing: {
      onPointerMove: () => setIsHovered(true),
      onPointerLeave: () => setIsHovered(false),
      onFocus: () => setHasFocus(true),
      onBlur: () => setHasFocus(false),
    },
    goOn: () => {
      setIsHovered(false)
      setHasFocus(false)
    },
  }
}

function onVisibilityChange(changed: () => void) {
  document.addEventListener("visibilitychange", changed)
  return () => document.removeEventListener("visibilitychange", changed)
}

/** Escape closes what lies on top: an open dialog comes first. */
function useEscape(newest: Toast | undefined, leave: (id: number) => void) {
  useEffect(() => {
    if (!newest) return
    const close = ({ key }: KeyboardEvent) => {
      if (key === "Escape" && !document.querySelector("dialog:modal")) leave(newest.id)
    }
    document.addEventListener("keydown", close)
    return () => document.removeEventListener("keydown", close)
  })
}
