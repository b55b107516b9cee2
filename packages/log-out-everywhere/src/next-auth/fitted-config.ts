import type { NextAuthConfig } from "next-auth"
import { configProblems } from "./config-problems.ts"
import { currentCrossing, demandNoOutage, noteNewcomer } from "./crossing.ts"
import type { DoorConfig } from "./door.ts"
import { type RowSession, rowAdapter } from "./row-adapter.ts"
import { isSecure, sessionCookieOf } from "./session-cookie.ts"
import { refuse, startSession } from "./start-session.ts"
import type { Tokens } from "./tokens.ts"

type Logger = NonNullable<NextAuthConfig["logger"]>
type Callbacks = NonNullable<NextAuthConfig["callbacks"]>
type SessionCallback = NonNullable<Callbacks["session"]>
type SignInCallback = NonNullable<Callbacks["signIn"]>

/** With `updateAge` equal to `maxAge` NextAuth never extends a session: touch is the only writer. */
const maxAge = 30 * 24 * 60 * 60

/**
 * The app's configuration with sessions that are rows, for every way to log in.
 *
 * NextAuth encodes a JWT for a log-in by password whatever the strategy, and puts it into the session cookie. The
 * `jwt` hooks, which only that path reaches, put a row's secret there instead.
 *
 * Throws one error that lists every problem of the configuration.
 */
export function fittedConfig(loe: Tokens, config: DoorConfig): NextAuthConfig {
  const problems = configProblems(config)
  if (problems.length > 0 || !config.adapter) {
    throw new Error(`The NextAuth configuration does not hold:\n- ${problems.join("\n- ")}`)
  }
  const {
    isVerified: _,
    isRemembered: __,
    addressOf: ___,
    cookie: ____,
    startSession: _____,
    ...given
  } = config
  const { authorized, session, ...callbacks } = config.callbacks ?? {}
  const { name, attributes } = sessionCookieOf(config)
  return {
    ...given,
    adapter: rowAdapter(loe, config.adapter, config),
    useSecureCookies: isSecure(config),
    ...(config.debug && { logger: withoutSecrets(config.logger) }),
    cookies: { ...config.cookies, sessionToken: { name, options: { ...attributes } } },
    session: { maxAge, updateAge: maxAge },
    callbacks: {
      ...callbacks,
      signIn: admit(config),
      async jwt({ user }) {
        const { secret } = await startSession(loe, config, String(user.id))
        return { secret }
      },
      session: shown(session),
      ...(authorized && {
        authorized(asked) {
          demandNoOutage()
          return authorized(asked)
        },
      }),
    },
    jwt: {
      encode: async ({ token }) => String(token?.secret),
      decode: async () => null,
    },
  }
}

/** NextAuth's `debug` writes down what an adapter is given, and a session is asked for by its secret. */
function withoutSecrets(logger: Logger = {}): Logger {
  // biome-ignore lint/suspicious/noConsole: as NextAuth's own logger does.
  const { debug = (...told: unknown[]) => console.log("[auth][debug]", ...told) } = logger
  return {
    ...logger,
    debug: (message, metadata) =>
      /^adapter_.*Session/.test(message) ? debug(message) : debug(message, metadata),
  }
}

/** Notes the newcomer, and refuses a stranger whose address nobody vouches for. */
function admit({
  callbacks,
  isVerified = (_, profile) => profile.email_verified === true,
}: DoorConfig): SignInCallback {
  return async (asked) => {
    const { account, profile } = asked
    const crossing = currentCrossing()
    if (crossing?.mark) {
      noteNewcomer({ arrival: asked })
      const isStranger = account && profile && !crossing.newcomer.isKnown
      if (isStranger && !(await isVerified(account, profile))) throw refuse("unverified_address")
    }
    return (await callbacks?.signIn?.(asked)) ?? true
  }
}

/**
 * What an app shows of a session: to its pages, and to anybody who asks `/api/auth/session`. The familiar
 * `session.user.id = user.id; return session` shows what is in here, and nothing else of a person.
 */
function shown(callback: SessionCallback | undefined): SessionCallback {
  return async ({ session, user, newSession, trigger }) => {
    const { userId, expires, deadline = expires } = session as object as RowSession
    const { id, name, email, image } = user
    const asked = {
      session: { userId, expires: deadline, user: { id, name, email, image } },
      user,
      newSession,
      trigger,
    }
    const update = currentCrossing()?.read?.update
    if (update !== undefined) Object.assign(asked, { newSession: update, trigger: "update" })
    if (callback) return callback(asked as unknown as Parameters<SessionCallback>[0])
    return {
      user: asked.session.user,
      expires: deadline.toISOString(),
    } as ReturnType<SessionCallback>
  }
}
