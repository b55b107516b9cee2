"use client"

import { type ComponentProps, useEffect, useRef } from "react"

/**
 * Puts the caret into the first empty field of a page that is there to be filled in. Not where that would bring up a keyboard
 * over the page, nor where something has the focus or a link has led further down.
 */
export function FocusFirst(props: ComponentProps<"div">) {
  const around = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const isBusy = document.activeElement !== document.body || window.location.hash !== ""
    if (isBusy || !window.matchMedia("(pointer: fine)").matches) return
    const fields = around.current?.querySelectorAll<HTMLInputElement>(
      "input:not([type=hidden], [hidden])",
    )
    const empty = [...(fields ?? [])].find(({ value }) => value === "")
    empty?.focus({ preventScroll: true })
  }, [])

  return <div ref={around} {...props} />
}
