import { mailMe } from "./links"
import { logInForm, login } from "./login"
import { place } from "./place"
import { receipt } from "./receipt"

export const english = { logInForm, login, mailMe, place, receipt } as const
