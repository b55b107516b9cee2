"use server"

import { z } from "zod"
import { rememberTheme } from "@/app/theme"
import { themes } from "@/components/shell/theme-switch"
import { requireViewerToAct } from "@/lib/auth/viewer"

/** Touches the session, as every act of a person does. */
export async function stayLoggedInAction(): Promise<void> {
  await requireViewerToAct()
}

const ThemeInput = z.object({ theme: z.enum(themes) })

export async function chooseThemeAction(_: unknown, form: FormData): Promise<void> {
  await requireViewerToAct()
  const input = ThemeInput.safeParse(Object.fromEntries(form))
  if (input.success) await rememberTheme(input.data.theme)
}
