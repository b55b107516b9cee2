import { themes } from "@/components/shell/theme-switch"
import { timeStyles } from "@/components/shell/time-switch"
import { preference } from "./preference"

export const theme = preference("theme", themes)
export const timeStyle = preference("times", timeStyles)
