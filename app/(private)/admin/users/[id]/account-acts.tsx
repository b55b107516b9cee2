import type { RevocationCount, Triggers } from "log-out-everywhere"
import { endingBy } from "@/app/ending-by"
import { Card, CardRows } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { called } from "@/lib/names/called"
import { texts } from "@/lib/texts"
import type { User } from "@/lib/users/ports/user"
import { AccountAct } from "./account-act"
import { allowLogInsAction, switchAccountAction } from "./actions"
import { RoleAct } from "./role-act"
import { WayInAct } from "./way-in-act"

interface AccountActsProps {
  readonly user: User
  readonly isYou: boolean
  /** Whether there is any way to log in yet; else the person was invited, and has not come. */
  readonly hasWayIn: boolean
  /** What the person holds. */
  readonly live: RevocationCount
  readonly triggers: Pick<Triggers, "role_changed" | "account_disabled">
}

const words = texts.admin.user

/** What an administrator can do to an account, short of deleting it. */
export function AccountActs({ user, isYou, hasWayIn, live, triggers }: AccountActsProps) {
  const { id, disabledAt } = user
  const person = called(user)
  const ending = (rule: Triggers["role_changed"]) =>
    endingBy(rule, live, isYou && rule.scope === "others")

  return (
    <Section title={words.account}>
      {isYou && <Notice tone="care">{words.own}</Notice>}
      <Card>
        <CardRows>
          <RoleAct user={user} ending={ending(triggers.role_changed)} />
          {!disabledAt && <WayInAct userId={id} person={person} hasWayIn={hasWayIn} />}
          <AccountAct
            title={words.attemptsTitle}
            hint={words.allowHint(person)}
            action={allowLogInsAction}
            label={words.allow}
            fields={{ user: id }}
          />
          {disabledAt ? (
            <AccountAct
              title={words.accessTitle}
              hint={words.enableHint(person)}
              action={switchAccountAction}
              label={words.enable}
              fields={{ user: id, to: "enabled" }}
            />
          ) : (
            <AccountAct
              title={words.accessTitle}
              hint={words.disableHint(person)}
              action={switchAccountAction}
              label={words.disable}
              fields={{ user: id, to: "disabled" }}
              variant="danger-quiet"
              confirm={{
                title: words.disableTitle(person),
                body: `${words.disableHint(person)} ${words.ends(ending(triggers.account_disabled))}`,
                label: words.disable,
              }}
            />
          )}
        </CardRows>
      </Card>
    </Section>
  )
}
