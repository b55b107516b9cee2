import { admin } from "@/lib/texts/admin"
import { api } from "@/lib/texts/api"
import { apiTokens } from "@/lib/texts/api-tokens"
import { audit } from "@/lib/texts/audit"
import { browsers } from "@/lib/texts/browsers"
import { door } from "@/lib/texts/door"
import { email } from "@/lib/texts/email"
import { failures } from "@/lib/texts/failures"
import { form } from "@/lib/texts/form"
import { history } from "@/lib/texts/history"
import { links } from "@/lib/texts/links"
import { mailbox } from "@/lib/texts/mailbox"
import { password } from "@/lib/texts/password"
import { policy } from "@/lib/texts/policy"
import { proof } from "@/lib/texts/proof"
import { security } from "@/lib/texts/security"
import { session } from "@/lib/texts/session"
import { shell } from "@/lib/texts/shell"

/** Every text of the interface. A second language is a second object of this shape. */
export const texts = {
  shell,
  failures,
  form,
  proof,
  links,
  session,
  password,
  policy,
  security,
  api,
  apiTokens,
  browsers,
  door,
  email,
  history,
  admin,
  audit,
  mailbox,
}
