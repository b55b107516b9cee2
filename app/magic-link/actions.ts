"use server"

import { redirect } from "next/navigation"
import { after } from "next/server"
import { invalid } from "@/app/invalid"
import { authentication } from "@/authentication"
import { readShownLink } from "@/lib/auth/link-cookie"
import { logInByLink } from "@/lib/auth/magic-link"
import { MailMeInput, requireStranger } from "@/lib/auth/mail-me"
import { verificationToken } from "@/lib/auth/providers"
import { connection } from "@/lib/db/client"
import { transact } from "@/lib/db/stores"
import { verificationLinks } from "@/lib/db/verification-links"
import { done, type FormState, failed } from "@/lib/form-state"
import { settings } from "@/lib/settings"
import { texts } from "@/lib/texts"
import { requestMagicLink } from "@/lib/users/request-magic-link"

/** The same answer in the same time for everybody: what depends on the address comes after the answer. */
export async function askForMagicLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const { admit } = await requireStranger()
  const input = MailMeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)

  const { email } = input.data
  const isOpen = settings().signUp === "open"
  const insertSignUp = isOpen ? verificationLinks(connection()).insertSignUp : null
  after(async () => {
    if (await admit("magic_link", email)) {
      await requestMagicLink(
        transact,
        authentication.policy,
        verificationToken,
        email,
        insertSignUp,
      )
    }
  })
  return done(texts.links.forgot.sent)
}

export async function logInByLinkAction(_: FormState, form: FormData): Promise<FormState> {
  await requireStranger()
  if ((await readShownLink("magic_link", form)) === null) return failed(texts.links.other)
  const result = await logInByLink()
  if (result.ok) redirect("/login/arrive")
  if (result.failure === "link_ended") return failed(texts.links.over)
  return failed(texts.login.failures[result.failure])
}
