import type { RevocationCount, TriggerRule } from "log-out-everywhere"
import { endingBy } from "@/app/ending-by"
import { authentication } from "@/authentication"
import { Card, CardRows } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { called } from "@/lib/names/called"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"
import { AccountAct } from "./account-act"
import {
  allowLogInsAction,
  inviteAgainAction,
  startPasswordResetAction,
  switchAccountAction,
} from "./actions"
import { endsOf } from "./ends-of"
import { RoleAct } from "./role-act"

interface AccountActsProps {
  readonly user: User
  readonly isYou: boolean
  /** Whether there is any way to log in yet; else the person was invited, and has not come. */
  readonly hasWayIn: boolean
  /** What the person holds. */
  readonly live: RevocationCount
}

/** What an administrator can do to an account, short of deleting it. */
export function AccountActs({ user, isYou, hasWayIn, live }: AccountActsProps) {
  const t = words("user")
  const { id, disabledAt } = user
  const { triggers } = authentication
  const person = called(user)
  // By either the person is mailed a link to choose a password themselves.
  const wayIn = hasWayIn
    ? { action: startPasswordResetAction, label: t("reset"), hint: t("resetHint", { person }) }
    : { action: inviteAgainAction, label: t("inviteAgain"), hint: t("inviteAgainHint", { person }) }
  const ending = (rule: TriggerRule) => endingBy(rule, live, isYou && rule.scope === "others")

  return (
    <Section title={t("account")}>
      {isYou && <Notice tone="care">{t("own")}</Notice>}
      <Card>
        <CardRows>
          <RoleAct user={user} ending={ending(triggers.role_changed)} />
          {!disabledAt && (
            <AccountAct title={t("passwordTitle")} fields={{ user: id }} {...wayIn} />
          )}
          <AccountAct
            title={t("attemptsTitle")}
            hint={t("allowHint", { person })}
            action={allowLogInsAction}
            label={t("allow")}
            fields={{ user: id }}
          />
          {disabledAt ? (
            <AccountAct
              title={t("accessTitle")}
              hint={t("enableHint", { person })}
              action={switchAccountAction}
              label={t("enable")}
              fields={{ user: id, to: "enabled" }}
            />
          ) : (
            <AccountAct
              title={t("accessTitle")}
              hint={t("disableHint", { person })}
              action={switchAccountAction}
              label={t("disable")}
              fields={{ user: id, to: "disabled" }}
              variant="danger-quiet"
              confirm={{
                title: t("disableTitle", { person }),
                body: `${t("disableHint", { person })} ${endsOf(ending(triggers.account_disabled))}`,
                label: t("disable"),
              }}
            />
          )}
        </CardRows>
      </Card>
    </Section>
  )
}
