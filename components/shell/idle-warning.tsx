"use client"

import { usePathname } from "next/navigation"
import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { useRenderedFor } from "@/components/acts/rendered-for"
import { cornerId } from "@/components/acts/toasts"
import { useCall } from "@/components/acts/use-act"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"
import { idle } from "@/lib/forms/form-state"
import { useLiveSession } from "./live-session"
import { sessionNow, whenSeen } from "./session-now"

interface IdleWarningProps {
  /** Touches the session: the person is here. */
  readonly stay: (form: FormData) => Promise<unknown>
}

const warnBeforeMs = 2 * 60_000
const maxTimerMs = 10 * 60_000

/**
 * Warns before the session goes idle, and takes the page away once it has.
 *
 * It asks the server, since another tab may have moved the deadline or logged someone else in, or this
 * one may have slept. Asking does not touch the session.
 */
export function IdleWarning({ stay }: IdleWarningProps) {
  const t = useTranslations("idleWarning")
  const [near, setNear] = useState<Deadline>()
  const [asked, askAgain] = useState(0)
  const call = useCall(stay)
  const path = usePathname()
  const mark = useRenderedFor()
  const { end } = useLiveSession()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page, or staying, moves the deadline
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    async function look() {
      const left = await timeLeft(mark)
      if (isOver) return
      if (left === "someone_else") return end("replaced")
      if (left === "logged_out") return end("ended")
      const isNear = left !== "unknown" && left.inMs <= warnBeforeMs
      setNear(isNear ? left : undefined)
      timer = setTimeout(look, nextLookMs(left))
    }
    void look()
    const stop = whenSeen(() => {
      clearTimeout(timer)
      void look()
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [path, asked, mark, end])

  return (
    near &&
    createPortal(
      <Notice tone="care" className="shadow-dialog">
        <p>
          {t("endsSoon", {
            minutes: Math.max(1, Math.ceil(near.inMs / 60_000)),
            canStay: near.canStay ? "yes" : "no",
          })}
        </p>
        {near.canStay && (
          <MarkedForm
            state={idle}
            className="mt-2"
            action={async (form) => {
              await call(form)
              askAgain((times) => times + 1)
            }}
          >
            <SubmitButton size="sm">{t("stay")}</SubmitButton>
          </MarkedForm>
        )}
      </Notice>,
      document.getElementById(cornerId) ?? document.body,
    )
  )
}

/** The nearer of the two deadlines. The absolute one comes whatever the person does. */
interface Deadline {
  readonly inMs: number
  readonly canStay: boolean
}

function nextLookMs(left: Deadline | "unknown"): number {
  if (left === "unknown") return 30_000
  const nextMs = left.inMs <= warnBeforeMs ? left.inMs : left.inMs - warnBeforeMs
  return Math.min(Math.max(nextMs, 1_000), maxTimerMs)
}

async function timeLeft(
  mark: string,
): Promise<Deadline | "logged_out" | "someone_else" | "unknown"> {
  const session = await sessionNow()
  if (session === "unknown") return "unknown"
  if (!session) return "logged_out"
  if (session.mark !== mark) return "someone_else"
  const { idleInMs, expiresInMs } = session
  return { inMs: Math.min(idleInMs, expiresInMs), canStay: idleInMs < expiresInMs }
}
