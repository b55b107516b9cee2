"use server"

import { z } from "zod"
import { themes } from "@/components/shell/theme-switch"
import { requireViewerToAct } from "@/lib/auth/viewer"
import { rememberTheme } from "../theme"

const ThemeInput = z.object({ theme: z.enum(themes) })

export async function chooseThemeAction(form: FormData): Promise<void> {
  await requireViewerToAct()
  const input = ThemeInput.safeParse(Object.fromEntries(form))
  if (input.success) await rememberTheme(input.data.theme)
}
