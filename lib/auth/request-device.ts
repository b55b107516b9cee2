/** What our own server.ts tells of a request. Behind another server a client could write these headers itself. */

import type { Device } from "log-out-everywhere"
import { headers } from "next/headers"
import { userAgentOf } from "./request"

/** Written by server.ts, which drops a client's own copies of them. */
export const addressHeader = "x-loe-address"
const pathHeader = "x-loe-path"

export function deviceOf(headers: Headers): Device {
  return { address: headers.get(addressHeader), userAgent: userAgentOf(headers) }
}

export async function requestDevice(): Promise<Device> {
  return deviceOf(await headers())
}

/** The path that this request asked for. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? "/"
}
