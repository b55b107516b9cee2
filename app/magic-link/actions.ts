"use server"

import { redirect } from "next/navigation"
import { actByLink, actOfAnyone, nothing } from "@/app/act"
import { signIn } from "@/auth"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { refusalOf } from "@/lib/auth/log-in-failure"
import { MailMeInput, mailMe } from "@/lib/auth/mail-me"
import {
  magicLinkProviderId,
  openedMagicLink,
  verificationToken,
} from "@/lib/auth/providers/magic-link"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { requestMagicLink } from "@/lib/users/log-in/request-magic-link"

export const askForMagicLinkAction = actOfAnyone(MailMeInput, async ({ address }, input) => {
  const { email } = input
  const wish = { kind: "magic_link", email, address } as const
  return mailMe(wish, input, () => requestMagicLink(parts(), { email, verificationToken }))
})

export const logInByLinkAction = actByLink("magic_link", nothing, async () => {
  const opened = await openedMagicLink()
  if (!opened.ok) return failed(words("links")("over"))
  const link = { ...opened.value, redirect: false }
  const failure = await refusalOf(signIn(magicLinkProviderId, link))
  if (failure) return failed(words("login")(`failures.${failure}`))
  await dropLink()
  redirect("/login/arrive")
})
