import type { AuthenticationOptions, LogOutEverywhereOptions } from "./authentication-options.ts"
import type { SessionLimit } from "./policy.ts"
import {
  amount,
  flag,
  listOf,
  named,
  oneOf,
  optional,
  type Shape,
  text,
  under,
  whatever,
  work,
} from "./shapes/shape.ts"
import { nearest } from "./shapes/words.ts"
import { tokenPurposes } from "./token.ts"
import { type TriggerRule, type Triggers, triggerEvents } from "./triggers.ts"

/** The compiler asks for a shape for each option that there is, so that none can be forgotten here. */
type ShapeOf<Options> = Readonly<Record<keyof Required<Options>, Shape>>

type TokenOptions = AuthenticationOptions["tokens"]

const lifetime = named({ inactivityTimeoutMs: amount, maximumLifetimeMs: amount })
const ofRole = { standard: lifetime, remembered: optional(lifetime) }
const lifetimes = optional(named({ ...ofRole, byRole: optional(under(named(ofRole))) }))

const limit = named({
  max: amount,
  atLimit: oneOf(["refuse", "end_least_recent"] satisfies SessionLimit["atLimit"][], "answer"),
} satisfies ShapeOf<SessionLimit>)

const policy = named({
  lifetimes: (value, path) => {
    const problems = Object.keys(Object(value)).flatMap((purpose) => misspelt(purpose, path))
    return problems.length > 0 ? problems : under(lifetimes)(value, path)
  },
  maxSessions: optional(named({ standard: limit, byRole: optional(under(limit)) })),
  touchIntervalMs: amount,
  freshForMs: amount,
} satisfies ShapeOf<TokenOptions["policy"]>)

const addOn = named({
  name: optional(text),
  actionName: optional(text),
  argumentName: optional(text),
  includePurposes: optional(listOf(text)),
  excludePurposes: optional(listOf(text)),
  applyOnPasswordChange: optional(flag),
} satisfies ShapeOf<LogOutEverywhereOptions>)

const scopes = ["none", "others", "everywhere", "ask"] satisfies TriggerRule["scope"][]

const rule = optional(
  named({ scope: oneOf(scopes, "scope"), purposes: listOf(text) } satisfies ShapeOf<TriggerRule>),
)

/** An app may declare its own purposes, but none that a reader takes for a standard one. */
function misspelt(purpose: string, path: string): string[] {
  const known: readonly string[] = tokenPurposes
  const near = known.includes(purpose) ? undefined : nearest(purpose, known)
  return near ? [`${path}.${purpose}: is no purpose; write "${near}".`] : []
}

export const authenticationShape = named({
  tokens: named({
    enabled: whatever,
    storeAllTokens: whatever,
    requireTokenPresenceForAuthentication: whatever,
    policy,
    retention: named({
      endedMs: amount,
      auditMs: amount,
      addressMs: optional(amount),
    } satisfies ShapeOf<TokenOptions["retention"]>),
    revoke: optional(work),
  } satisfies ShapeOf<TokenOptions>),
  strategies: named({ password: optional(named({ minimumLength: amount })) }),
  addOns: listOf(addOn),
  triggers: optional(named(each(triggerEvents, rule) satisfies ShapeOf<Triggers>, "event")),
} satisfies ShapeOf<AuthenticationOptions>)

function each<Name extends string>(names: readonly Name[], shape: Shape) {
  return Object.fromEntries(names.map((name) => [name, shape])) as Record<Name, Shape>
}
