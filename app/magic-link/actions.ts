"use server"

import { redirect } from "next/navigation"
import { after } from "next/server"
import { actByLink, actOfAnyone, nothing } from "@/app/act"
import { authentication } from "@/authentication"
import { logInByLink } from "@/lib/auth/magic-link"
import { MailMeInput } from "@/lib/auth/mail-me"
import { verificationToken } from "@/lib/auth/providers"
import { connection } from "@/lib/db/client"
import { transact } from "@/lib/db/stores"
import { verificationLinks } from "@/lib/db/verification-links"
import { done, failed } from "@/lib/form-state"
import { settings } from "@/lib/settings"
import { texts } from "@/lib/texts"
import { requestMagicLink } from "@/lib/users/request-magic-link"

/** The same answer in the same time for everybody: what depends on the address comes after the answer. */
export const askForMagicLinkAction = actOfAnyone(MailMeInput, async ({ admit }, { email }) => {
  const isOpen = settings().signUp === "open"
  const insertSignUp = isOpen ? verificationLinks(connection()).insertSignUp : null
  const { policy } = authentication
  after(async () => {
    if (await admit("magic_link", email)) {
      await requestMagicLink(transact, policy, verificationToken, email, insertSignUp)
    }
  })
  return done(texts.links.forgot.sent)
})

export const logInByLinkAction = actByLink("magic_link", nothing, async () => {
  const result = await logInByLink()
  if (result.ok) redirect("/login/arrive")
  if (result.failure === "link_ended") return failed(texts.links.over)
  return failed(texts.login.failures[result.failure])
})
