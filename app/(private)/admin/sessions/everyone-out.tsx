import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import { EveryoneOutForm } from "./everyone-out-form"
import { counts, liveBesidesOwn, sparedBy } from "./everyones-live"
import { purposesOf, reaches } from "./reach"

const words = texts.admin.everyone

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
