import clsx from "clsx"
import { CircleCheck } from "lucide"
import { revokeApiTokenAction } from "@/app/(private)/account/security/api-tokens/actions"
import { ButtonLink } from "@/components/ui/button"
import { cardLook } from "@/components/ui/card"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { enabledProviders } from "@/lib/auth/providers/providers"
import type { Viewer } from "@/lib/auth/viewer-of"
import { checkUpOf } from "@/lib/db/lists/check-up"
import { accountPages } from "@/lib/names/account-pages"
import { words } from "@/lib/texts/words"
import { logOutUnusedAction, recogniseDeviceAction } from "./actions"
import { FindingList, FindingRow, Findings } from "./findings"
import { newDeviceFindings, unusedApiTokenFindings, unusedSessionFindings } from "./what-to-do"

/** What to look at, each with the one thing to do about it; else one line that there is nothing. */
export async function CheckUp({ userId, session }: Pick<Viewer, "userId" | "session">) {
  const t = words("checkUp")
  const checkUp = await checkUpOf(userId, session.id)
  const devices = newDeviceFindings(checkUp)
  const unused = unusedSessionFindings(checkUp)
  const apiTokens = unusedApiTokenFindings(checkUp)
  const { missingWayIn } = checkUp
  const canBeAdded = missingWayIn !== "provider" || enabledProviders().length > 0
  const missing = canBeAdded ? missingWayIn : null
  const isQuiet = devices.length + unused.length + apiTokens.length === 0 && missing === null

  return (
    <Section title={t("title")}>
      {isQuiet && (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Icon of={CircleCheck} className="size-4 shrink-0 text-good" />
          <span>{t("nothing")}</span>
        </p>
      )}
      {/* The same element in either look: what it holds has to say how the last act went. */}
      <div className={isQuiet ? undefined : clsx(cardLook, "overflow-clip")}>
        <Findings action={recogniseDeviceAction} findings={devices} />
        <Findings action={logOutUnusedAction} findings={unused} />
        <Findings action={revokeApiTokenAction} findings={apiTokens} />
        {missing && (
          <FindingList>
            <FindingRow title={t(`missing.${missing}.title`)} hint={t(`missing.${missing}.hint`)}>
              <ButtonLink href={pageOf[missing]} size="sm">
                {t(`missing.${missing}.link`)}
              </ButtonLink>
            </FindingRow>
          </FindingList>
        )}
      </div>
    </Section>
  )
}

const pageOf = { password: accountPages.password, provider: accountPages.connections }
