import type { TokenPolicy } from "./policy"
import { type TokenPurpose, tokenPurposes } from "./token"

/** The options of the add-on, under AshAuthentication's names. */
export interface LogOutEverywhereOptions {
  /** Only these purposes are revoked, except those excluded. Left out: every purpose. */
  readonly includePurposes?: readonly TokenPurpose[]
  /** These are spared, and win over the included. "revocation" names tokens already revoked. */
  readonly excludePurposes?: readonly (TokenPurpose | "revocation")[]
  /** Log out everywhere whenever a password changes. Otherwise the form asks. */
  readonly applyOnPasswordChange?: boolean
}

export interface AuthenticationOptions {
  readonly tokens: {
    readonly enabled: boolean
    readonly storeAllTokens: boolean
    readonly requireTokenPresenceForAuthentication: boolean
    readonly policy: TokenPolicy
  }
  readonly strategies: { readonly password?: { readonly minimumLength: number } }
  readonly addOns: { readonly logOutEverywhere: LogOutEverywhereOptions }
}

/** The policy of an app, verified and with every default filled in. */
export interface Authentication {
  readonly policy: TokenPolicy
  readonly logOutEverywhere: {
    /** What the include and exclude lists come to. */
    readonly purposes: readonly TokenPurpose[]
    readonly applyOnPasswordChange: boolean
  }
}

/** Verifies the options and throws one error that lists every problem, with what to write instead. */
export function defineAuthentication(options: AuthenticationOptions): Authentication {
  const problems = [
    ...tokenProblems(options),
    ...addOnProblems(options),
    ...policyProblems(options),
  ]
  if (problems.length > 0) {
    throw new Error(`The authentication options do not hold:\n- ${problems.join("\n- ")}`)
  }

  const {
    includePurposes,
    excludePurposes = [],
    applyOnPasswordChange = false,
  } = options.addOns.logOutEverywhere
  const included = includePurposes ?? tokenPurposes
  return {
    policy: options.tokens.policy,
    logOutEverywhere: {
      purposes: included.filter((purpose) => !excludePurposes.includes(purpose)),
      applyOnPasswordChange,
    },
  }
}

function tokenProblems({ tokens }: AuthenticationOptions): string[] {
  const required = ["enabled", "storeAllTokens", "requireTokenPresenceForAuthentication"] as const
  return required
    .filter((option) => tokens[option] !== true)
    .map(
      (option) => `tokens.${option}: logging out everywhere needs it; write \`${option}: true\`.`,
    )
}

function addOnProblems({ addOns, strategies }: AuthenticationOptions): string[] {
  const path = "addOns.logOutEverywhere"
  const { includePurposes, excludePurposes = [], applyOnPasswordChange } = addOns.logOutEverywhere
  const problems: string[] = []

  if (includePurposes?.length === 0) {
    problems.push(
      `${path}.includePurposes: empty, so nothing would end; leave it out to mean every purpose.`,
    )
  }
  for (const purpose of unknown(includePurposes ?? [], tokenPurposes)) {
    problems.push(
      `${path}.includePurposes: "${purpose}" is no purpose; write ${listed(tokenPurposes)}.`,
    )
  }
  for (const purpose of unknown(excludePurposes, [...tokenPurposes, "revocation"])) {
    problems.push(
      `${path}.excludePurposes: "${purpose}" is no purpose; write ${listed(tokenPurposes)} or "revocation".`,
    )
  }
  for (const purpose of (includePurposes ?? []).filter((each) => excludePurposes.includes(each))) {
    problems.push(`${path}: "${purpose}" is both included and excluded; take it out of one list.`)
  }
  if (applyOnPasswordChange && !strategies.password) {
    problems.push(
      `${path}.applyOnPasswordChange: there is no password to change; write \`strategies: { password: { minimumLength: 12 } }\`.`,
    )
  }
  return problems
}

function policyProblems({ tokens: { policy } }: AuthenticationOptions): string[] {
  return tokenPurposes.flatMap((purpose) => {
    const { standard, remembered, byRole } = policy.lifetimes[purpose]
    const lifetimes = [
      standard,
      ...(remembered ? [remembered] : []),
      ...Object.values(byRole ?? {}),
    ]
    const path = `tokens.policy.lifetimes.${purpose}`
    return lifetimes.flatMap(({ inactivityTimeoutMs, maximumLifetimeMs }) => {
      const problems: string[] = []
      if (!(inactivityTimeoutMs > 0 && maximumLifetimeMs > 0)) {
        problems.push(`${path}: a lifetime is a positive number of milliseconds.`)
      }
      if (inactivityTimeoutMs > maximumLifetimeMs) {
        problems.push(
          `${path}: an inactivity timeout longer than the maximum lifetime never ends anything.`,
        )
      }
      if (purpose === "session" && policy.touchIntervalMs > inactivityTimeoutMs / 10) {
        problems.push(
          `tokens.policy.touchIntervalMs: more than a tenth of the inactivity timeout of ${inactivityTimeoutMs} ms, so active people would be logged out; lower it.`,
        )
      }
      return problems
    })
  })
}

const unknown = (given: readonly string[], known: readonly string[]) =>
  given.filter((each) => !known.includes(each))

const listed = (purposes: readonly string[]) => purposes.map((each) => `"${each}"`).join(", ")
