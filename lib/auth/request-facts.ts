import type { Device } from "log-out-everywhere"
import { headers } from "next/headers"
import { byItselfCookie } from "@/lib/by-itself-cookie"
import { keptUserAgent } from "@/lib/names/client-hints"

/** Written by server.ts, which drops a client's own copies. Behind another server a client could write these itself. */
export const addressHeader = "x-loe-address"
const pathHeader = "x-loe-path"
/** Next has a page answer HEAD as it answers GET. */
const methodHeader = "x-loe-method"

/** What the server and the browser say of a request, in its headers. */
export interface RequestFacts {
  readonly device: Device
  /** The path that was asked for. */
  readonly path: string
  /** A person is behind it: a browser that fetches ahead of them is not one, nor is HEAD. */
  readonly isPersons: boolean
  /** A page is read, by GET. */
  readonly isRead: boolean
  /** A browser says whose page sent it. What comes from elsewhere does not act here (ASVS 3.5.1). */
  readonly isFromOurPages: boolean
  /** A script of ours asks. Without one the browser shows whatever is answered as its next page. */
  readonly isByScript: boolean
}

export const requestFacts = async (): Promise<RequestFacts> => factsOf(await headers())

/** A list that renews itself says so: no activity of a person's. What acts is theirs, also meanwhile. */
const isByItself = (headers: Headers) =>
  headers.get(methodHeader) === "GET" &&
  (headers.get("cookie")?.includes(`${byItselfCookie}=`) ?? false)

export function factsOf(headers: Headers): RequestFacts {
  const userAgent = keptUserAgent((name) => headers.get(name))
  // Here server.ts lets nothing in that is fetched ahead, but an app that has taken this file may stand
  // behind another server. Next hides from pages that its own router fetches ahead.
  const isAhead = ["sec-purpose", "purpose", "x-moz"].some((name) =>
    /prefetch/i.test(headers.get(name) ?? ""),
  )
  return {
    device: { address: headers.get(addressHeader), userAgent },
    path: headers.get(pathHeader) ?? "/",
    isPersons: !isAhead && headers.get(methodHeader) !== "HEAD" && !isByItself(headers),
    isRead: headers.get(methodHeader) === "GET",
    isFromOurPages: ["same-origin", "none", null].includes(headers.get("sec-fetch-site")),
    isByScript: headers.has("next-action"),
  }
}
