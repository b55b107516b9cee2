"use client"

import type { ComponentProps } from "react"
import { TextField } from "@/components/ui/field"

interface TypedConfirmationProps extends ComponentProps<typeof TextField> {
  /** Any of these. */
  readonly expected: readonly string[]
  /** What its form says until the words are there. */
  readonly mismatch: string
}

/**
 * Words to be typed out before an act that cannot be taken back. Where there is JavaScript the act does
 * not even ask until they are there; the server compares them in any case.
 */
export function TypedConfirmation({ expected, mismatch, ...field }: TypedConfirmationProps) {
  const judge = (input: HTMLInputElement) => {
    const typed = input.value.trim().toLowerCase()
    const isThere = expected.some((words) => words.toLowerCase() === typed)
    input.setCustomValidity(isThere || input.value === "" ? "" : mismatch)
  }

  return (
    <TextField
      {...field}
      ref={(input) => {
        // A browser may have put back what was typed before.
        if (input) judge(input)
      }}
      onInput={({ currentTarget }) => judge(currentTarget)}
      autoComplete="off"
      autoCapitalize="none"
      required
    />
  )
}
