import { demanded } from "./base-adapter.ts"
import type { DoorConfig } from "./door.ts"
import { madeProvider } from "./made-provider.ts"

/** What would not hold, one sentence for each: its path, what is wrong, and what to write instead. */
export function configProblems(config: DoorConfig): string[] {
  return [
    ...strategyProblems(config),
    ...cookieProblems(config),
    ...adapterProblems(config),
    ...callbackProblems(config),
    ...providerProblems(config),
  ]
}

function strategyProblems({ session }: DoorConfig): string[] {
  return session?.strategy === "jwt"
    ? [
        '`session.strategy` is "jwt", and a JWT cannot be ended: take the line out. Sessions are rows now.',
      ]
    : []
}

function cookieProblems({ cookies }: DoorConfig): string[] {
  return cookies?.sessionToken?.options?.domain
    ? [
        "`cookies.sessionToken.options.domain` hands sessions to every site of the domain: take it out. The cookie stays with this host, and `cookie.name` is where to name it.",
      ]
    : []
}

function adapterProblems({ adapter }: DoorConfig): string[] {
  if (!adapter) {
    return ["`adapter` is missing: give the one of your users, as `PrismaAdapter(prisma)` is."]
  }
  return demanded
    .filter((name) => typeof adapter[name] !== "function")
    .map((name) => `\`adapter.${name}\` is missing, and nobody can log in without it.`)
}

function callbackProblems({ callbacks }: DoorConfig): string[] {
  return callbacks?.session && takesToken(String(callbacks.session))
    ? [
        "`callbacks.session` takes `token`, which is undefined with rows: take `user` in its place, as in `session({ session, user }) { session.user.id = user.id; return session }`.",
      ]
    : []
}

function providerProblems({ providers, isVerified }: DoorConfig): string[] {
  if (isVerified) return []
  return providers
    .map(madeProvider)
    .filter(({ type }) => type === "oauth")
    .map(
      ({ id }) =>
        `The provider "${id}" does not say whether an address is verified, so nobody new could come by it: write \`isVerified: (account, profile) => account.provider === "${id}" || profile.email_verified === true\` if its addresses are, or \`=> profile.email_verified === true\` if nobody new is to come by it.`,
    )
}

/** Whether a function reads `token` of its first parameter, as far as its text says so. */
export function takesToken(text: string): boolean {
  const parameter = firstParameter(text)
  if (parameter.startsWith("{")) return /[{,]\s*token\b/.test(parameter)
  const name = /^[\w$]+/.exec(parameter)?.[0]
  if (!name) return false
  const word = name.replaceAll("$", "\\$")
  return new RegExp(
    `\\b${word}\\??\\.token\\b|\\{[^{}]*\\btoken\\b[^{}]*\\}\\s*=\\s*${word}\\b`,
  ).test(text)
}

/** From the first parenthesis, or the name of an arrow's only parameter. */
function firstParameter(text: string): string {
  const arrow = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text)
  if (arrow?.[1]) return arrow[1]
  const start = text.slice(text.indexOf("(") + 1).trimStart()
  if (!start.startsWith("{")) return start
  let depth = 0
  for (const [index, letter] of [...start].entries()) {
    if (letter === "{") depth++
    if (letter === "}") depth--
    if (depth === 0) return start.slice(0, index + 1)
  }
  return start
}
