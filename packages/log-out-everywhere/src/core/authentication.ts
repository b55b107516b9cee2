import {
  type AuthenticationOptions,
  type LogOutEverywhereOptions,
  type Retention,
  type RevokeEverywhere,
  standardAddressMs,
} from "./authentication-options.ts"
import { authenticationProblems } from "./authentication-problems.ts"
import { endableOf, type TokenPolicy } from "./policy.ts"
import type { RevocationCount } from "./store.ts"
import type { EndablePurpose } from "./token.ts"
import { devicePurposes, type TriggerRule, type Triggers } from "./triggers.ts"

type Named<Given, Key extends string, Default extends string> = Given extends {
  readonly [_ in Key]: infer Given extends string
}
  ? Given
  : Default
type NameOf<Given> = Given extends unknown ? Named<Given, "name", "log_out_everywhere"> : never
type OfName<Given, Name> = Given extends unknown
  ? NameOf<Given> extends Name
    ? Given
    : never
  : never

/** An add-on with every default filled in. */
export interface AddOn<Given = LogOutEverywhereOptions> {
  readonly name: NameOf<Given>
  readonly actionName: Named<Given, "actionName", "log_out_everywhere">
  readonly argumentName: Named<Given, "argumentName", "user">
  /** What the include and exclude lists come to. */
  readonly purposes: readonly EndablePurpose[]
  readonly applyOnPasswordChange: boolean
}

/** The policy of an app, verified and with every default filled in. */
export interface Authentication<
  Given = LogOutEverywhereOptions,
  Passwords = AuthenticationOptions["strategies"]["password"],
> {
  readonly policy: TokenPolicy
  readonly retention: Retention
  readonly triggers: Triggers
  /** The rule of every form and program that takes a new password. */
  readonly passwords: Passwords
  /** Every add-on, in the order in which they were written. */
  readonly addOns: readonly AddOn<Given>[]
  /** The first of them: the one behind the app's own button. */
  readonly logOutEverywhere: AddOn
  /** The add-on of this name. */
  readonly addOn: <Name extends NameOf<Given>>(name: Name) => AddOn<OfName<Given, Name>>
  /**
   * Runs an add-on's action on a user, and says how many tokens of each purpose ended. Throws if the options have
   * no `tokens.revoke`.
   */
  readonly action: AddOnAction
  /** The same, which ends tokens in the way that it is given. */
  readonly actionWith: (revoke: RevokeEverywhere) => AddOnAction
}

/** An add-on's action, under the names that the add-on gives to it and to its argument. */
export type AddOnAction = <Target>(
  addOn: AddOn<Target>,
  actionName: NoInfer<AddOn<Target>["actionName"]>,
  user: Readonly<Record<NoInfer<AddOn<Target>["argumentName"]>, string>>,
) => Promise<RevocationCount>

/**
 * Verifies the options and fills in every default.
 *
 * Throws one error that lists every problem: its path, what is wrong, and what to write instead.
 */
export function defineAuthentication<const Options extends AuthenticationOptions>(
  options: Options,
): Authentication<Options["addOns"][number], Options["strategies"]["password"]> {
  const problems = authenticationProblems(options)
  if (problems.length > 0) {
    throw new Error(`The authentication options do not hold:\n- ${problems.join("\n- ")}`)
  }

  const endable = endableOf(options.tokens.policy)
  const [first, ...others] = options.addOns
  const logOutEverywhere = resolveAddOn(first, endable)
  const addOns: readonly AddOn[] = [
    logOutEverywhere,
    ...others.map((other) => resolveAddOn(other, endable)),
  ]
  const authentication: Authentication = {
    policy: options.tokens.policy,
    retention: { addressMs: standardAddressMs, ...options.tokens.retention },
    passwords: options.strategies.password,
    triggers: {
      ...defaultTriggers(endable, logOutEverywhere.purposes, addOns),
      ...options.triggers,
    },
    addOns,
    logOutEverywhere,
    addOn: (name) => findAddOn(addOns, name),
    action: actionOf(addOns, options.tokens.revoke ?? nothingToRevokeWith),
    actionWith: (revoke) => actionOf(addOns, revoke),
  }
  // The names are known to the compiler from the options, and to the values from `resolved`.
  return authentication as ReturnType<typeof defineAuthentication<Options>>
}

function actionOf(addOns: readonly AddOn[], revoke: RevokeEverywhere): AddOnAction {
  return async (addOn, actionName, user) => {
    const { purposes, argumentName, ...known } = findAddOn(addOns, addOn.name)
    const userId = (user as Record<string, string>)[argumentName]
    if (actionName !== known.actionName || !userId) {
      throw new Error(`Write \`action(addOn, "${known.actionName}", { ${argumentName}: id })\`.`)
    }
    return revoke(userId, { kind: "everywhere", purposes })
  }
}

const nothingToRevokeWith: RevokeEverywhere = async () => {
  throw new Error(
    "tokens.revoke: left out, so that `action` ends nothing; write it, or call the `action` of `logOutEverywhere`.",
  )
}

/** Why each row is what it is: docs/decisions/tokens/014-what-ends-with-what.md. */
function defaultTriggers(
  endable: readonly EndablePurpose[],
  purposes: readonly EndablePurpose[],
  addOns: readonly AddOn[],
): Triggers {
  const applied = addOns.filter(({ applyOnPasswordChange }) => applyOnPasswordChange)
  const ended = endable.filter((each) => applied.some((add) => add.purposes.includes(each)))
  const everywhere: TriggerRule = { scope: "everywhere", purposes }
  const devices: TriggerRule = { scope: "others", purposes: devicePurposes }
  return {
    password_changed:
      applied.length > 0
        ? { scope: "everywhere", purposes: ended }
        : { scope: "ask", purposes: devices.purposes },
    // A reset is a password change: it ends no less.
    password_reset: {
      scope: "everywhere",
      purposes: endable.filter((each) => purposes.includes(each) || ended.includes(each)),
    },
    reset_started_by_admin: { scope: "none", purposes: [] },
    email_changed: devices,
    role_changed: everywhere,
    account_disabled: { scope: "everywhere", purposes: endable },
    account_deleted: { scope: "everywhere", purposes: endable },
    provider_unlinked: devices,
    reported: { scope: "ask", purposes },
  }
}

function resolveAddOn(
  {
    name = "log_out_everywhere",
    actionName = "log_out_everywhere",
    argumentName = "user",
    includePurposes,
    excludePurposes = [],
    applyOnPasswordChange = false,
  }: LogOutEverywhereOptions,
  endable: readonly EndablePurpose[],
): AddOn {
  const purposes = (includePurposes ?? endable).filter(
    (purpose) => !excludePurposes.includes(purpose),
  )
  return { name, actionName, argumentName, purposes, applyOnPasswordChange } as AddOn
}

function findAddOn(addOns: readonly AddOn[], name: string): AddOn {
  const addOn = addOns.find((each) => (each.name as string) === name)
  if (!addOn) throw new Error(`No add-on is named "${name}".`)
  return addOn
}
