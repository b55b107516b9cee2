import { headers } from "next/headers"
import type { Device } from "@/lib/tokens"

/** Written by server.ts, which drops a client's own copies of them. */
export const addressHeader = "x-loe-address"
const pathHeader = "x-loe-path"

const longestUserAgent = 1_000

export function deviceOf(headers: Headers): Device {
  return {
    address: headers.get(addressHeader),
    userAgent: headers.get("user-agent")?.slice(0, longestUserAgent) || null,
  }
}

export async function requestDevice(): Promise<Device> {
  return deviceOf(await headers())
}

/** The path that this request asked for. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? "/"
}

/** Whether a person is behind this request: a browser that fetches ahead of them is not one. */
export async function isPersonsRequest(): Promise<boolean> {
  const requested = await headers()
  return (
    !requested.has("next-router-prefetch") && !/prefetch/.test(requested.get("sec-purpose") ?? "")
  )
}

/** A browser says whose page sent the request. What comes from elsewhere does not act here (ASVS 3.5.1). */
export function isFromOurPages(headers: Headers): boolean {
  return ["same-origin", "none", null].includes(headers.get("sec-fetch-site"))
}

/** Where to go after log-in: a path of ours, whatever was asked for (ASVS 3.7.2). */
export function safeReturnTo(value: unknown): string {
  const home = "/account/security"
  if (typeof value !== "string" || !value.startsWith("/")) return home
  const base = "http://localhost"
  if (!URL.canParse(value, base)) return home
  const { origin, pathname, search } = new URL(value, base)
  const isOurs = origin === base && !pathname.startsWith("//") && !pathname.startsWith("/api/")
  return isOurs && !pathname.startsWith("/log") ? pathname + search : home
}

/**
 * The address itself where it is on this site, else the site. NextAuth's own rule fails on what is no
 * address at all, which any client can keep in its cookie.
 */
export function onThisSite(url: string, site: string): string {
  const target = URL.canParse(url, site) ? new URL(url, site) : undefined
  return target?.origin === site ? target.href : site
}
