"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef, useTransition } from "react"
import { byItselfCookie } from "@/lib/by-itself-cookie"
import { useLiveSession, type Whose } from "./live-session"
import { sessionNow } from "./session-now"

const pauseMs = { own: 1_000, everyone: 3_000 } as const

/**
 * Renders a page again that lists sessions, once some have begun or ended. What was typed, ticked and scrolled stays.
 * It waits while a dialog is open, and while nobody looks. On an outage, or offline, an old list is better than none.
 */
export function LiveList({ of }: { readonly of: Whose }) {
  const { onChange } = useLiveSession()
  const { refresh } = useRouter()
  const [isPending, start] = useTransition()
  const focused = useRef<HTMLElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDue = false
    let isRunning = false
    let isOver = false
    const look = () => {
      isDue = true
      if (!isRunning) void run()
    }
    async function run() {
      isRunning = true
      while (isDue && !isOver) {
        if ((await canRefresh()) && !isOver) {
          isDue = false
          const { activeElement } = document
          focused.current = activeElement instanceof HTMLElement ? activeElement : null
          // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
          document.cookie = `${byItselfCookie}=1; Path=/; Max-Age=2; SameSite=Lax`
          start(refresh)
        }
        await new Promise((resolve) => {
          timer = setTimeout(resolve, pauseMs[of])
        })
      }
      isRunning = false
    }
    const stop = onChange(of, look)
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [of, onChange, refresh])

  // The row may have gone in which the focus was.
  useEffect(() => {
    if (isPending || focused.current?.isConnected !== false) return
    focused.current = null
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true })
    }
  }, [isPending])

  return null
}

const canRefresh = async () => !isBusy() && (await sessionNow()) !== "unknown" && !isBusy()
const isBusy = () => document.hidden || document.querySelector("dialog:modal") !== null
