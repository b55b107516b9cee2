"use server"

import { z } from "zod"
import { actOfAnyone } from "@/app/act"
import { themes } from "@/components/shell/theme-switch"
import { timeStyles } from "@/components/shell/time-switch"
import { theme, timeStyle } from "./preferences"

const ThemeInput = z.object({ theme: z.enum(themes) })

export const chooseThemeAction = actOfAnyone(ThemeInput, async (_, chosen) =>
  theme.remember(chosen.theme),
)

const TimesInput = z.object({ times: z.enum(timeStyles) })

export const chooseTimesAction = actOfAnyone(TimesInput, async (_, { times }) =>
  timeStyle.remember(times),
)
