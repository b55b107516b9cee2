"use server"

import { z } from "zod"
import { actOfAnyone } from "@/app/act"
import { themes } from "@/components/shell/theme-switch"
import { rememberTheme } from "./chosen-theme"

const ThemeInput = z.object({ theme: z.enum(themes) })

export const chooseThemeAction = actOfAnyone(ThemeInput, async (_, { theme }) =>
  rememberTheme(theme),
)
