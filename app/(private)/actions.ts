"use server"

import { z } from "zod"
import { act, nothing } from "@/app/act"
import { rememberTheme } from "@/app/theme"
import { themes } from "@/components/shell/theme-switch"

/** Touches the session, as every act of a person does. */
export const stayLoggedInAction = act(
  { gate: "viewer", proof: false, input: nothing },
  async () => null,
)

const ThemeInput = z.object({ theme: z.enum(themes) })

export const chooseThemeAction = act(
  { gate: "viewer", proof: false, input: ThemeInput },
  async (_, { theme }) => rememberTheme(theme),
)
