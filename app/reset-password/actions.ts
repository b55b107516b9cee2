"use server"

import { setPasswordAct } from "@/app/set-password"

export const resetPasswordAction = setPasswordAct("password_reset")
