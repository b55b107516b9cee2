import { type RevocationCount, type TokenPurpose, tokenPurposes } from "log-out-everywhere"
import { Section } from "@/components/ui/section"
import { countLiveEverywhere } from "@/lib/db/live-everywhere"
import { texts } from "@/lib/texts"
import { EveryoneOutForm } from "./everyone-out-form"
import { purposesOf, reaches } from "./reach"

const words = texts.admin.everyone
const countedAtMost = 10_000

/** For an incident: apart from the list, and with the words typed out. */
export async function EveryoneOut() {
  const live = await liveBesidesOwn()
  const choices = reaches.map((reach) => {
    const purposes = purposesOf(reach)
    const effect = `${words.ends(counts(live, purposes))} ${words.spares(sparedBy(live, purposes))}`
    return { reach, label: words.reaches[reach], effect }
  })

  return (
    <Section title={words.title} description={words.description}>
      <EveryoneOutForm choices={choices} />
    </Section>
  )
}

/** What there is to end, but for the session that the administrator is using. */
export async function liveBesidesOwn(): Promise<RevocationCount> {
  const live = await countLiveEverywhere(countedAtMost + 2)
  return { ...live, session: Math.max((live.session ?? 0) - 1, 0) }
}

/** How many there are of every other purpose, in words. */
export function sparedBy(
  live: RevocationCount,
  purposes: readonly TokenPurpose[],
): readonly string[] {
  const others = tokenPurposes.filter((purpose) => !purposes.includes(purpose))
  return counts(live, others)
}

const counts = (live: RevocationCount, purposes: readonly TokenPurpose[]) =>
  purposes.flatMap((purpose) => {
    const count = live[purpose] ?? 0
    const forms = texts.session.purposes[purpose]
    return count > 0 ? [texts.admin.table.found(count, countedAtMost, forms)] : []
  })
