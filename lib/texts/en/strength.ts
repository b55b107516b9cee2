import { password } from "./password"

const { too_short, too_long, too_common, too_personal } = password.failures

/** What is said of a new password while it is typed. */
export const strength = {
  label: "Password strength",
  /** What will be refused: in the server's words. */
  problems: { too_short, too_long, too_common, too_personal },
  weak: "Weak. {advice}",
  fair: "Fair. {advice}",
  good: "Good password.",
  strong: "Strong password.",
  advice: {
    sequence: "Runs of letters, numbers or keys are easy to guess. Add another word.",
    repeat: "Repeats are easy to guess. Add another word.",
    date: "Dates and years are easy to guess. Add another word.",
    word: "Add another word.",
  },
} as const
