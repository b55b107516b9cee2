import { ButtonForm } from "@/components/acts/button-form"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { TextLink } from "@/components/ui/text-link"
import { demo, sampleNames } from "@/lib/demo"
import { words } from "@/lib/texts/words"
import { logInAsSampleAction } from "./actions"
import { demoPages } from "./links"

/** The people of the demo, to log in as by one button each. Nothing elsewhere. */
export function SamplePeople({ returnTo }: { readonly returnTo: string }) {
  const shown = demo()
  if (!shown) return null
  const t = words("demo")

  return (
    <section aria-labelledby="sample-people" className="space-y-3">
      <div className="space-y-1 text-sm text-ink-soft">
        <h2 id="sample-people" className="font-semibold text-ink">
          {t("people")}
        </h2>
        <p className="text-pretty">{t("peopleHint", { password: shown.password })}</p>
      </div>
      <Card>
        <CardRows>
          {sampleNames.map((sample) => {
            const { name, email } = shown.people[sample]
            return (
              <CardRow key={sample} className="space-y-2">
                <p className="text-sm">
                  <span className="font-medium">{name}</span>{" "}
                  <span className="text-[0.8125rem] text-ink-faint">{email}</span>
                </p>
                <p className="text-[0.8125rem] text-ink-soft text-pretty">{t(`shows.${sample}`)}</p>
                <ButtonForm
                  action={logInAsSampleAction}
                  fields={{ sample, returnTo }}
                  label={t("logInAs", { name })}
                />
              </CardRow>
            )
          })}
        </CardRows>
      </Card>
      <p className="text-sm">
        <TextLink href={demoPages.tryIt}>{t("description")}</TextLink>
      </p>
    </section>
  )
}
