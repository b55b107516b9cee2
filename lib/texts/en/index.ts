import { mailMe } from "./links"
import { logInForm, login } from "./login"

export const english = { logInForm, login, mailMe } as const
