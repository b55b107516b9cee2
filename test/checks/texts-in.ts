/** Every text of a catalogue or of a room, by its whole key. */
export function textsIn(texts: object, above = ""): (readonly [key: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[above + key, text] as const] : textsIn(text, `${above}${key}.`),
  )
}
