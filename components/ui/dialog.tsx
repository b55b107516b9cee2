"use client"

import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react"

interface DialogProps {
  /** Says exactly what is about to be done. */
  readonly title: ReactNode
  readonly body?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * The browser's own modal dialog: everything behind it is inert, and as it closes the focus goes back to where it was.
 * The focus begins at what bears `data-first`.
 *
 * Rendered by the server it is open, but no modal: without JavaScript it stands in its place on the page.
 */
export function Dialog({ title, body, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    const shown = dialog.current
    // As the server renders it, or a render before: open, and in the way of a modal.
    shown?.removeAttribute("open")
    shown?.showModal()
    return () => shown?.close()
  }, [])
  useEffect(() => {
    const first = dialog.current?.querySelector("[data-first]")
    if (first instanceof HTMLElement) first.focus()
  }, [])

  return (
    <dialog
      ref={dialog}
      open
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={body ? `${id}-body` : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={keepFocus}
      className="w-full whitespace-normal rounded-dialog border border-line bg-raised p-5 text-start text-ink backdrop:animate-veil backdrop:bg-veil modal:fixed modal:inset-x-4 modal:top-[max(1rem,18vh)] modal:mx-auto modal:max-h-[calc(100dvh-2rem)] modal:max-w-md modal:animate-dialog modal:overflow-y-auto modal:shadow-dialog sm:p-6"
    >
      <h2
        id={`${id}-title`}
        className="text-base font-semibold tracking-[-0.01em] text-pretty wrap-break-word"
      >
        {title}
      </h2>
      {body && (
        <p
          id={`${id}-body`}
          className="mt-2 text-sm font-normal text-ink-soft text-pretty wrap-break-word"
        >
          {body}
        </p>
      )}
      {children}
    </dialog>
  )
}

/** From the last control Tab goes to the first, where browsers would leave the page for their own buttons. */
function keepFocus(event: KeyboardEvent<HTMLDialogElement>) {
  if (event.key !== "Tab") return
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(reachable)]
  const [from, to] = event.shiftKey
    ? [controls[0], controls.at(-1)]
    : [controls.at(-1), controls[0]]
  if (document.activeElement !== from) return
  event.preventDefault()
  to?.focus()
}

const reachable =
  "a[href], button:enabled, input:enabled:not([type=hidden], [hidden]), select, textarea"
