/** Every language there is, by the tag that `<html lang>`, `Accept-Language` and `Intl` take, and the way it is written. */
export const directions = {
  "en-GB": "ltr",
  // English that is made longer, and written from right to left: by it one sees what a page does to another language.
  "en-XB": "rtl",
} as const satisfies Record<string, "ltr" | "rtl">

export type Language = keyof typeof directions

export const languages = Object.keys(directions) as readonly Language[]
