"use client"

import { type RefObject, useEffect, useState } from "react"
import type { PasswordOwner } from "@/lib/users/log-in/password-blocklist"
import type { PasswordStrength } from "@/lib/users/log-in/password-strength"

/** How long nothing is typed before it is judged, so that no screen reader speaks at each key. */
const pauseMs = 400

/** What is typed into this input is judged in this browser. Null while there is nothing to say. */
export function useStrength(
  input: RefObject<HTMLInputElement | null>,
  { email, name = null }: PasswordOwner,
  minimumLength: number,
): PasswordStrength | null {
  const [strength, setStrength] = useState<PasswordStrength | null>(null)

  useEffect(() => {
    const { current } = input
    const form = current?.form
    if (!current || !form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    const judge = async () => {
      const strengthOf = await judgement()
      const { value } = current
      if (isOver) return
      setStrength(value && strengthOf ? strengthOf(value, { email, name }, minimumLength) : null)
    }
    const judgeSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(judge, pauseMs)
    }
    current.addEventListener("focus", judgement)
    current.addEventListener("input", judgeSoon)
    form.addEventListener("reset", judgeSoon)
    // It may have been filled in before scripts ran.
    if (current.value) judgeSoon()
    return () => {
      isOver = true
      clearTimeout(timer)
      current.removeEventListener("focus", judgement)
      current.removeEventListener("input", judgeSoon)
      form.removeEventListener("reset", judgeSoon)
    }
  }, [input, email, name, minimumLength])

  return strength
}

type Judge = typeof import("@/lib/users/log-in/password-strength").strengthOf

/**
 * Comes once, when it is first needed: its dictionary outweighs all other scripts. Null if it does not come:
 * the server judges in any case, in the same words.
 */
function judgement(): Promise<Judge | null> {
  loading ??= import("@/lib/users/log-in/password-strength").then(
    ({ strengthOf }) => strengthOf,
    () => {
      loading = undefined
      return null
    },
  )
  return loading
}

let loading: Promise<Judge | null> | undefined
