import { Card, CardRows } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import type { User } from "@/lib/users/user"
import { AccountAct } from "./account-act"
import { allowLogInsAction, changeRoleAction, switchAccountAction } from "./actions"
import { WayInAct } from "./way-in-act"

interface AccountActsProps {
  readonly user: User
  readonly isYou: boolean
  /** Whether there is any way to log in yet; else the person was invited, and has not come. */
  readonly hasWayIn: boolean
}

const words = texts.admin.user

/** What an administrator can do to an account, short of deleting it. */
export function AccountActs({ user, isYou, hasWayIn }: AccountActsProps) {
  const person = user.name ?? user.email

  return (
    <Section title={words.account}>
      {isYou && <Notice tone="care">{words.own}</Notice>}
      <Card>
        <CardRows>
          {user.role === "admin" ? (
            <AccountAct
              hint={words.demoteHint}
              action={changeRoleAction}
              label={words.demote}
              fields={{ user: user.id, role: "user" }}
              confirm={confirmation(words.demoteTitle(person), words.demoteHint, words.demote)}
            />
          ) : (
            <AccountAct
              hint={words.promoteHint}
              action={changeRoleAction}
              label={words.promote}
              fields={{ user: user.id, role: "admin" }}
              confirm={confirmation(words.promoteTitle(person), words.promoteHint, words.promote)}
            />
          )}
          {!user.disabledAt && <WayInAct userId={user.id} hasWayIn={hasWayIn} />}
          <AccountAct
            hint={words.allowHint}
            action={allowLogInsAction}
            label={words.allow}
            fields={{ user: user.id }}
          />
          {user.disabledAt ? (
            <AccountAct
              hint={words.enableHint}
              action={switchAccountAction}
              label={words.enable}
              fields={{ user: user.id, to: "enabled" }}
            />
          ) : (
            <AccountAct
              hint={words.disableHint}
              action={switchAccountAction}
              label={words.disable}
              fields={{ user: user.id, to: "disabled" }}
              variant="danger-quiet"
              confirm={confirmation(words.disableTitle(person), words.disableHint, words.disable)}
            />
          )}
        </CardRows>
      </Card>
    </Section>
  )
}

const confirmation = (title: string, body: string, label: string) => ({ title, body, label })
