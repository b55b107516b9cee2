"use client"

import { useSyncExternalStore } from "react"
import { useTranslations } from "use-intl/react"
import { useActs } from "@/components/acts/act-area"

/** The form that the ticked sessions belong to, wherever on the page they stand. */
export const selectionForm = "revoke-selected"

export function SelectSession({ id, label }: { readonly id: string; readonly label: string }) {
  const { state } = useActs()

  return (
    <label className="tick">
      <input
        type="checkbox"
        form={selectionForm}
        name="token"
        value={id}
        aria-label={label}
        defaultChecked={"typed" in state && state.typed?.token?.includes(id)}
      />
    </label>
  )
}

/** Ticks every session on the page, or none. A convenience that needs JavaScript, so it comes with it. */
export function SelectEvery() {
  const t = useTranslations("selection")
  const ticks = useTicks()
  if (!ticks || ticks.boxes === 0) return null

  return (
    <label className="tick">
      <input
        type="checkbox"
        aria-label={t("every")}
        checked={ticks.ticked === ticks.boxes}
        ref={(box) => {
          if (box) box.indeterminate = ticks.ticked > 0 && ticks.ticked < ticks.boxes
        }}
        onChange={({ target }) => {
          for (const box of boxes()) box.checked = target.checked
          document.dispatchEvent(new Event("change"))
        }}
      />
    </label>
  )
}

/** How many sessions can be ticked, and how many are. Null on the server. */
export function useTicks() {
  // A new function for each render, so that React counts again once the rows of another page have come.
  const snapshot = () => `${boxes().filter(({ checked }) => checked).length}/${boxes().length}`
  const counted = useSyncExternalStore(subscribe, snapshot, () => null)
  const [ticked, all] = (counted ?? "").split("/").map(Number)
  return ticked === undefined || all === undefined ? null : { ticked, boxes: all }
}

const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form=${selectionForm}]`),
]

function subscribe(changed: () => void) {
  // A form empties its boxes only after it has said that it will.
  const changedSoon = () => setTimeout(changed)
  document.addEventListener("change", changed)
  document.addEventListener("reset", changedSoon)
  return () => {
    document.removeEventListener("change", changed)
    document.removeEventListener("reset", changedSoon)
  }
}
