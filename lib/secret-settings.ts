import { z } from "zod"

export const secret = z
  .string("Set AUTH_SECRET to a random text, made with: openssl rand -base64 33")
  .refine((text) => !isWeak(text), {
    error: "AUTH_SECRET is easy to guess: replace it by what `openssl rand -base64 33` prints.",
  })

export const previousSecrets = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""))
  .refine((secrets) => !secrets.some(isWeak), {
    error:
      "AUTH_SECRET_PREVIOUS holds what is easy to guess: take it out, since whoever guesses it opens what it sealed.",
  })

function isWeak(text: string): boolean {
  const isMonotonous = new Set(text).size < 8 || /^(.{1,16})\1+$/.test(text)
  const isGuessable = /secret|password|change|example|qwerty|012345|123456|abcdef/i.test(text)
  return text.length < 32 || isMonotonous || isGuessable
}
