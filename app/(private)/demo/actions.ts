"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { actOfAnyone } from "@/app/act"
import { signIn } from "@/auth"
import { refusalOf } from "@/lib/auth/log-in-failure"
import { safeReturnTo } from "@/lib/auth/request"
import { sampleNames } from "@/lib/demo"
import { failed } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { requireDemo } from "./gate"

const SampleInput = z.object({
  sample: z.enum(sampleNames),
  returnTo: z.string().optional(),
})

/** Logs in as one of the sample people, through the door that their password opens. */
export const logInAsSampleAction = actOfAnyone(SampleInput, async (_, { sample, returnTo }) => {
  const { people, password } = requireDemo()
  const { email } = people[sample]
  const typed = { email, password, remember: "", returning: "" }
  const failure = await refusalOf(signIn("credentials", { ...typed, redirect: false }))
  if (failure === "wrong_credentials") return failed(words("demo")("otherPassword"))
  if (failure) return failed(words("login")(`failures.${failure}`))
  redirect(`/login/arrive?returnTo=${encodeURIComponent(safeReturnTo(returnTo))}`)
})
