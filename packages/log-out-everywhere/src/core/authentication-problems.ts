import { type AuthenticationOptions, standardAddressMs } from "./authentication-options.ts"
import { authenticationShape } from "./authentication-shape.ts"
import { endableOf, type PurposeLifetimes, purposesOf, type TokenPolicy } from "./policy.ts"
import { listed, unknown } from "./shapes/words.ts"
import { triggerProblems } from "./trigger-problems.ts"

/**
 * Everything that does not hold, one sentence each: the option's path, what is wrong, what to write.
 *
 * What the options mean is asked once they look like options, since a caller may have no compiler.
 */
export function authenticationProblems(given: unknown): string[] {
  const misshapen = authenticationShape(given, "")
  if (misshapen.length > 0) return misshapen
  const options = given as AuthenticationOptions
  return [
    ...tokenProblems(options),
    ...passwordProblems(options),
    ...addOnProblems(options),
    ...triggerProblems(options),
    ...policyProblems(options),
    ...limitProblems(options),
    ...retentionProblems(options),
  ]
}

function tokenProblems({ tokens }: AuthenticationOptions): string[] {
  const required = ["enabled", "storeAllTokens", "requireTokenPresenceForAuthentication"] as const
  return required
    .filter((option) => tokens[option] !== true)
    .map(
      (option) => `tokens.${option}: logging out everywhere needs it; write \`${option}: true\`.`,
    )
}

/** NIST SP 800-63B-4 3.1.1.2: no fewer than 8, and room for passwords of 64. */
function passwordProblems({ strategies: { password } }: AuthenticationOptions): string[] {
  const { minimumLength = 8 } = password ?? {}
  const isLength = Number.isInteger(minimumLength) && minimumLength >= 8 && minimumLength <= 64
  return isLength
    ? []
    : ["strategies.password.minimumLength: write a whole number from 8 to 64 (NIST SP 800-63B-4)."]
}

function addOnProblems({ addOns, strategies, tokens }: AuthenticationOptions): string[] {
  const endable = endableOf(tokens.policy)
  if (addOns.length < 1)
    return ["addOns: empty, so nothing can log out everywhere; write `addOns: [{}]`."]
  const names = addOns.map(({ name = "log_out_everywhere" }) => name)

  return addOns.flatMap((addOn, index) => {
    const path = `addOns[${index}]`
    const { includePurposes, excludePurposes = [], applyOnPasswordChange } = addOn
    const problems: string[] = []
    if (names.indexOf(names[index] ?? "") < index) {
      problems.push(
        `${path}.name: "${names[index]}" names an add-on already; write another \`name\`.`,
      )
    }
    for (const option of ["name", "actionName", "argumentName"] as const) {
      if (addOn[option] !== undefined && !/^[A-Za-z_]\w*$/.test(addOn[option])) {
        problems.push(`${path}.${option}: write a name of letters, digits and underscores.`)
      }
    }
    if (includePurposes?.length === 0) {
      problems.push(
        `${path}.includePurposes: empty, so nothing would end; leave it out to mean every purpose.`,
      )
    }
    if (!includePurposes && endable.every((each) => excludePurposes.includes(each))) {
      problems.push(
        `${path}.excludePurposes: spares every purpose, so nothing would end; take out those that should.`,
      )
    }
    for (const purpose of unknown(includePurposes ?? [], endable)) {
      problems.push(
        `${path}.includePurposes: "${purpose}" is no purpose; write ${listed(endable)}.`,
      )
    }
    for (const purpose of unknown(excludePurposes, [...endable, "revocation"])) {
      problems.push(
        `${path}.excludePurposes: "${purpose}" is no purpose; write ${listed(endable)} or "revocation".`,
      )
    }
    for (const purpose of (includePurposes ?? []).filter((each) =>
      excludePurposes.includes(each),
    )) {
      problems.push(`${path}: "${purpose}" is both included and excluded; take it out of one list.`)
    }
    if (applyOnPasswordChange && !strategies.password) {
      problems.push(
        `${path}.applyOnPasswordChange: there is no password to change; write \`strategies: { password: { minimumLength: 12 } }\`.`,
      )
    }
    return problems
  })
}

function limitProblems({ tokens: { policy } }: AuthenticationOptions): string[] {
  const { standard, byRole = {} } = policy.maxSessions ?? {}
  return [...(standard ? [standard] : []), ...Object.values(byRole)]
    .filter(({ max }) => !(Number.isInteger(max) && max > 0))
    .map(
      ({ max }) =>
        `tokens.policy.maxSessions: ${max} would keep everybody out; write a whole number from 1.`,
    )
}

function policyProblems({ tokens: { policy } }: AuthenticationOptions): string[] {
  const intervals = (["touchIntervalMs", "freshForMs"] as const)
    .filter((option) => policy[option] !== 0 && !isDuration(policy[option]))
    .map((option) => `tokens.policy.${option}: write a number of milliseconds.`)
  return [...intervals, ...lifetimeProblems(policy)]
}

function lifetimeProblems(policy: TokenPolicy): string[] {
  return purposesOf(policy).flatMap((purpose) => {
    const path = `tokens.policy.lifetimes.${purpose}`
    if (!policy.lifetimes[purpose]) return [`${path}: missing; write how long such a token lives.`]
    return lifetimesIn(policy.lifetimes[purpose]).flatMap(
      ({ inactivityTimeoutMs, maximumLifetimeMs }) => {
        const problems: string[] = []
        if (![inactivityTimeoutMs, maximumLifetimeMs].every(isDuration)) {
          problems.push(
            `${path}: a lifetime is a positive number of milliseconds, of a hundred years at most.`,
          )
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
      },
    )
  })
}

const day = 24 * 60 * 60_000
const century = 36_525 * day

/** Longer ones end in a year that no date can hold. */
const isDuration = (ms: number) => ms > 0 && ms <= century

function retentionProblems({ tokens: { retention } }: AuthenticationOptions): string[] {
  const path = "tokens.retention"
  const { endedMs, addressMs = standardAddressMs } = retention
  return [
    ...Object.entries({ endedMs, addressMs }).flatMap(([name, ms]) =>
      isDuration(ms)
        ? []
        : [`${path}.${name}: write a positive number of milliseconds, of a hundred years at most.`],
    ),
    ...(retention.auditMs >= 90 * day && isDuration(retention.auditMs)
      ? []
      : [`${path}.auditMs: people see 90 days of their history; write that or more.`]),
  ]
}

const lifetimesIn = ({ byRole = {}, ...lifetimes }: PurposeLifetimes) =>
  [lifetimes, ...Object.values(byRole)].flatMap(({ standard, remembered = standard }) =>
    remembered === standard ? [standard] : [standard, remembered],
  )
