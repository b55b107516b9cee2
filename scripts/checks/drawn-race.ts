/** The drawing of a log-in against an act: what a document says that each party does, from top to bottom. */
export interface DrawnStep {
  readonly party: Party
  /** A statement as the package's code calls it, or what the app does. */
  readonly step: string
  /** What the drawing says of the step, on its line and on those that continue it. */
  readonly note: string
}

export type Party = "a log-in" | "an act"

/** The steps in the order of their lines. Throws if there is no drawing. */
export function drawnRace(document: string): readonly DrawnStep[] {
  const [, drawing] =
    /<!-- a log-in against an act -->\n\n```\n(.*?)```/s.exec(document) ?? ([] as const)
  const [head = "", , ...lines] = drawing?.split("\n") ?? []
  const right = head.indexOf("an act")
  if (right < 0) throw new Error("There is no drawing of a log-in against an act.")

  const steps: DrawnStep[] = []
  const last = new Map<Party, DrawnStep>()
  for (const line of lines) {
    for (const [party, text] of [
      ["a log-in", line.slice(0, right)],
      ["an act", line.slice(right)],
    ] as const) {
      const [, bar, step, note = ""] = /^\s*(?:(│)|(\w+))\s*(.*?)\s*$/.exec(text) ?? []
      const drawn = { party, step: step ?? "", note }
      if (step) steps.push(drawn)
      const continued = last.get(party)
      if (bar && note && continued) {
        const longer = { ...continued, note: `${continued.note} ${note}` }
        steps[steps.indexOf(continued)] = longer
        last.set(party, longer)
      } else if (step) last.set(party, drawn)
    }
  }
  return steps
}

/** The words of a note that are SQL: capitals, names with a dash below, and columns of a row. */
export function sqlIn(note: string): readonly string[] {
  return note.match(/\b[A-Z]{2,}(?: [A-Z]{2,})*\b|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]\.[a-z]+\b/g) ?? []
}
