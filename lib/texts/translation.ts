import type { english } from "./en"

/** Every text of the interface: rooms of ICU messages. */
export type Messages = typeof english

/** One room of it: what a page, a form or a letter needs. */
export type Room = keyof Messages

/** The texts of another language: the same keys, none missing and none too many. */
export type Translation<Shape = Messages> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Translation<Shape[Key]>
}

/** For the whole of a language: refuses what English lacks, too, which a type alone does of a literal only. */
export const translation = <const Given extends Translation & Exactly<Given, Messages>>(
  given: Given,
): Translation => given

type Exactly<Given, Shape> = {
  [Key in keyof Given]: Key extends keyof Shape
    ? Given[Key] extends string
      ? string
      : Exactly<Given[Key], Shape[Key]>
    : never
}

declare module "use-intl/core" {
  interface AppConfig {
    Messages: Messages
  }
}
