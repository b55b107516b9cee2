import { Section } from "@/components/ui/section"
import { words } from "@/lib/texts/words"
import { reaches } from "@/lib/users/admin/reach"
import { EveryoneOutForm } from "./everyone-out-form"
import { endedBy, liveBesidesOwn, sparedBy } from "./everyones-live"
import { purposesOf } from "./reach"

/** For an incident: apart from the list, and with the words typed out. */
export async function EveryoneOut() {
  const t = words("everyoneOut")
  const live = await liveBesidesOwn()
  const choices = reaches.map((reach) => {
    const purposes = purposesOf(reach)
    const counts = endedBy(live, purposes)
    const ends = counts ? t("ends", { counts }) : t("endsNothing")
    const hint = `${ends} ${t("spares", { spared: sparedBy(live, purposes) })}`
    return { value: reach, label: t(`reaches.${reach}`), hint }
  })

  return (
    <Section id="everyone-out" title={t("title")} description={t("description")}>
      <EveryoneOutForm choices={choices} />
    </Section>
  )
}
