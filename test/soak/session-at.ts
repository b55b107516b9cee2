import { sessionCookieName } from "@/test/http/session-cookie"

export const cookieOf = (secret: string) => `${sessionCookieName}=${secret}`

/** The status that a process answers in this session, its whole answer read. Rejects if there is none. */
export async function askAs(
  url: string,
  secret: string,
  path = "/account/security",
): Promise<number> {
  const headers = { cookie: cookieOf(secret) }
  const answer = await fetch(url + path, { headers, redirect: "manual" })
  await answer.arrayBuffer()
  return answer.status
}
