import { authenticationProblems } from "./authentication-problems.ts"
import { endableOf, type TokenPolicy } from "./policy.ts"
import type { EverywhereScope, RevocationCount } from "./store.ts"
import type { EndablePurpose } from "./token.ts"
import { pendingLinks, type TriggerRule, type Triggers } from "./triggers.ts"

/** The options of the add-on, under AshAuthentication's names. */
export interface LogOutEverywhereOptions {
  /** Identifies the add-on. Unique among add-ons. Left out: "log_out_everywhere". */
  readonly name?: string
  /** What `action` calls it. Left out: "log_out_everywhere". */
  readonly actionName?: string
  /** The name of the action's one argument, the user's id. Left out: "user". */
  readonly argumentName?: string
  /** Only these purposes are revoked, except those excluded. Left out: every purpose. */
  readonly includePurposes?: readonly EndablePurpose[]
  /** These are spared, and win over the included. "revocation" names tokens already revoked. */
  readonly excludePurposes?: readonly (EndablePurpose | "revocation")[]
  /** Log out everywhere whenever a password changes. Otherwise the form asks. */
  readonly applyOnPasswordChange?: boolean
}

/** How long what is over is kept, in milliseconds. */
export interface Retention {
  /** Ended tokens, and whatever else has had its time. */
  readonly endedMs: number
  /** The audit log. At least 90 days, which people see of their own history. */
  readonly auditMs: number
}

interface CommonOptions {
  readonly tokens: {
    readonly enabled: boolean
    readonly storeAllTokens: boolean
    readonly requireTokenPresenceForAuthentication: boolean
    readonly policy: TokenPolicy
    readonly retention: Retention
    /** How the app ends a user's tokens: in one transaction, with what it writes down beside it. */
    readonly revoke: (userId: string, scope: EverywhereScope) => Promise<RevocationCount>
  }
  /** What ends after which change. A row left out has its default. */
  readonly triggers?: Partial<Triggers>
}

type OneOrMore<AddOn> = readonly [AddOn, ...AddOn[]]

interface PasswordOptions extends CommonOptions {
  readonly strategies: { readonly password: { readonly minimumLength: number } }
  readonly addOns: OneOrMore<LogOutEverywhereOptions>
}

/** Nobody has a password, so nothing can happen when one changes: the compiler refuses the option. */
interface PasswordlessOptions extends CommonOptions {
  readonly strategies: { readonly password?: never }
  readonly addOns: OneOrMore<LogOutEverywhereOptions & { readonly applyOnPasswordChange?: false }>
}

/**
 * All that `defineAuthentication` verifies: the tokens' policy, the strategies, one add-on or more, and the
 * rows of `triggers` that differ from the defaults.
 */
export type AuthenticationOptions = PasswordOptions | PasswordlessOptions

type Named<AddOn, Key extends string, Default extends string> = AddOn extends {
  readonly [_ in Key]: infer Given extends string
}
  ? Given
  : Default
type NameOf<AddOn> = AddOn extends unknown ? Named<AddOn, "name", "log_out_everywhere"> : never
type OfName<AddOn, Name> = AddOn extends unknown
  ? NameOf<AddOn> extends Name
    ? AddOn
    : never
  : never

/** An add-on with every default filled in. */
export interface Strategy<AddOn = LogOutEverywhereOptions> {
  readonly name: NameOf<AddOn>
  readonly actionName: Named<AddOn, "actionName", "log_out_everywhere">
  readonly argumentName: Named<AddOn, "argumentName", "user">
  /** What the include and exclude lists come to. */
  readonly purposes: readonly EndablePurpose[]
  readonly applyOnPasswordChange: boolean
}

/** The policy of an app, verified and with every default filled in. */
export interface Authentication<
  AddOn = LogOutEverywhereOptions,
  Passwords = AuthenticationOptions["strategies"]["password"],
> {
  readonly policy: TokenPolicy
  readonly retention: Retention
  readonly triggers: Triggers
  /** The rule of every form and program that takes a new password. */
  readonly passwords: Passwords
  /** Every add-on, in the order in which they were written. */
  readonly strategies: readonly Strategy<AddOn>[]
  /** The first of them: the one behind the app's own button. */
  readonly logOutEverywhere: Strategy
  /** The add-on of this name. */
  readonly strategy: <Name extends NameOf<AddOn>>(name: Name) => Strategy<OfName<AddOn, Name>>
  /** Runs an add-on's action on a user, and says how many tokens of each purpose ended. */
  readonly action: <Target>(
    strategy: Strategy<Target>,
    actionName: NoInfer<Strategy<Target>["actionName"]>,
    user: Readonly<Record<NoInfer<Strategy<Target>["argumentName"]>, string>>,
  ) => Promise<RevocationCount>
}

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
  const logOutEverywhere = resolved(first, endable)
  const strategies: readonly Strategy[] = [
    logOutEverywhere,
    ...others.map((addOn) => resolved(addOn, endable)),
  ]
  const authentication: Authentication = {
    policy: options.tokens.policy,
    retention: options.tokens.retention,
    passwords: options.strategies.password,
    triggers: {
      ...defaultTriggers(endable, logOutEverywhere.purposes, strategies),
      ...options.triggers,
    },
    strategies,
    logOutEverywhere,
    strategy: (name) => found(strategies, name),
    async action(strategy, actionName, user) {
      const { purposes, argumentName, ...known } = found(strategies, strategy.name)
      const userId = (user as Record<string, string>)[argumentName]
      if (actionName !== known.actionName || !userId) {
        throw new Error(
          `Write \`action(strategy, "${known.actionName}", { ${argumentName}: id })\`.`,
        )
      }
      return options.tokens.revoke(userId, { kind: "everywhere", purposes })
    },
  }
  // The names are known to the compiler from the options, and to the values from `resolved`.
  return authentication as ReturnType<typeof defineAuthentication<Options>>
}

/** Why each row is what it is: docs/decisions.md, "What ends with what". */
function defaultTriggers(
  endable: readonly EndablePurpose[],
  purposes: readonly EndablePurpose[],
  strategies: readonly Strategy[],
): Triggers {
  const applied = strategies.filter(({ applyOnPasswordChange }) => applyOnPasswordChange)
  const ended = endable.filter((each) => applied.some((add) => add.purposes.includes(each)))
  const everywhere: TriggerRule = { scope: "everywhere", purposes }
  const devices: TriggerRule = { scope: "others", purposes: ["session", ...pendingLinks] }
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

function resolved(
  {
    name = "log_out_everywhere",
    actionName = "log_out_everywhere",
    argumentName = "user",
    includePurposes,
    excludePurposes = [],
    applyOnPasswordChange = false,
  }: LogOutEverywhereOptions,
  endable: readonly EndablePurpose[],
): Strategy {
  const purposes = (includePurposes ?? endable).filter(
    (purpose) => !excludePurposes.includes(purpose),
  )
  return { name, actionName, argumentName, purposes, applyOnPasswordChange } as Strategy
}

function found(strategies: readonly Strategy[], name: string): Strategy {
  const strategy = strategies.find((each) => (each.name as string) === name)
  if (!strategy) throw new Error(`No add-on is named "${name}".`)
  return strategy
}
