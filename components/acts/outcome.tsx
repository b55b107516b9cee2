import { Notice } from "@/components/ui/notice"
import type { FormState } from "@/lib/form-state"

/**
 * Says how an act went. The live region is there before it speaks, or a screen reader misses it.
 *
 * Without JavaScript the page comes anew, and `autofocus` brings the person to the outcome.
 */
export function Outcome({ state }: { readonly state: FormState }) {
  const isOver = state.status === "done" || state.status === "failed"

  return (
    <div aria-live="polite" role={isOver ? "status" : undefined}>
      {isOver && (
        <div
          tabIndex={-1}
          data-outcome
          // biome-ignore lint/a11y/noAutofocus: the focus follows the act
          autoFocus
          className="animate-arrive pb-4"
        >
          <Notice tone={state.status === "done" ? "good" : "danger"}>{state.message}</Notice>
        </div>
      )}
    </div>
  )
}
