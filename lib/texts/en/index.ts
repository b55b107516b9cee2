import { mailMe } from "./links"
import { logInForm, login } from "./login"
import { place } from "./place"

export const english = { logInForm, login, mailMe, place } as const
