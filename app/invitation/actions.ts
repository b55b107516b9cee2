"use server"

import { setPasswordAct } from "@/app/set-password"

export const invitationPasswordAction = setPasswordAct("invitation")
