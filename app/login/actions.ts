"use server"

import { redirect } from "next/navigation"
import { z } from "zod"
import { actOfAnyone } from "@/app/act"
import { signIn } from "@/auth"
import { dropAddress } from "@/lib/auth/cookies/address-cookie"
import { startProviderLogIn } from "@/lib/auth/entry/provider-trip"
import { refusalOf } from "@/lib/auth/log-in-failure"
import { enabledProviders } from "@/lib/auth/providers/providers"
import { safeReturnTo } from "@/lib/auth/request"
import { failed } from "@/lib/forms/form-state"
import { emailInput, required } from "@/lib/forms/inputs"
import { invalid } from "@/lib/forms/invalid"
import { words } from "@/lib/texts/words"

const AnyWayIn = z.looseObject({
  returnTo: z.string().optional(),
  provider: z.string().optional(),
})

const PasswordInput = z.object({
  email: z.string().trim().min(1, required).pipe(emailInput),
  password: z.string().min(1, required),
  remember: z.string().default(""),
  returning: z.string().default(""),
})

/** Logs in by password, or goes to the provider whose button was pressed. */
export const logInAction = actOfAnyone(AnyWayIn, async (_, form) => {
  const returnTo = safeReturnTo(form.returnTo)
  const provider = enabledProviders().find(({ id }) => id === form.provider)
  if (provider) return startProviderLogIn(provider.id, returnTo)

  const input = PasswordInput.safeParse(form)
  if (!input.success) return invalid(input.error)

  const failure = await refusalOf(signIn("credentials", { ...input.data, redirect: false }))
  const t = words("login")
  if (failure === "wrong_credentials")
    return failed(words("form")("invalid"), { password: t(`failures.${failure}`) })
  if (failure) return failed(t(`failures.${failure}`))
  await dropAddress()
  redirect(`/login/arrive?returnTo=${encodeURIComponent(returnTo)}`)
})
