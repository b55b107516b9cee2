import { withOutcome } from "@/lib/auth/outcome"
import { words } from "@/lib/texts/words"
import "server-only"
import { redirect } from "next/navigation"
import { keepAddress } from "@/lib/auth/cookies/address-cookie"
import { dropLink } from "@/lib/auth/cookies/link-cookie"
import { describeDevice } from "@/lib/auth/device"
import { providerName } from "@/lib/auth/providers/providers"
import { parts } from "@/lib/db/parts"
import { failed } from "@/lib/forms/form-state"
import { type PasswordByLink, setPasswordByLink } from "@/lib/users/account/set-password-by-link"
import { actByLink } from "./act"
import { NewPasswordInput } from "./new-password-input"

/** What the pages of the reset and of the invitation do with their form. */
export const setPasswordAct = (purpose: PasswordByLink["purpose"]) =>
  actByLink(purpose, NewPasswordInput, async (holder, { newPassword }) => {
    const { secret, address } = holder
    const title = describeDevice(holder.device.userAgent).title
    const device = { device: title, ...(address && { address }) }
    const change = { purpose, secret, newPassword, device, nameOf: providerName }
    const result = await setPasswordByLink(parts(), change)
    if (result.ok) {
      await dropLink()
      await keepAddress(result.value.email)
      redirect(await withOutcome("/login", "password_set"))
    }
    if (result.failure === "link_ended") return failed(words("links")("over"))
    const message = words("password")(`failures.${result.failure}`)
    return failed(words("form")("invalid"), { newPassword: message })
  })
