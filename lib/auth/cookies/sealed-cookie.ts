import { cookies } from "next/headers"
import type { NextResponse } from "next/server"
import type { z } from "zod"
import { keysFor } from "@/lib/keys"
import { openFacts, sealFacts } from "@/lib/sealing"
import { cookieOptions } from "./session-cookie"

/** A few facts that a browser keeps, sealed. What it brings in their place, or too late, is nothing. */
export function sealedCookie<Schema extends z.ZodObject>(
  name: string,
  maxAgeS: number,
  schema: Schema,
) {
  return {
    async keep(facts: z.output<Schema>, response?: NextResponse): Promise<void> {
      const value = await seal(name, facts, maxAgeS)
      const jar = response?.cookies ?? (await cookies())
      jar.set(name, value, { ...cookieOptions, maxAge: maxAgeS })
    },
    async read(): Promise<z.output<Schema> | null> {
      const value = (await cookies()).get(name)?.value
      return schema.safeParse(await unseal(name, value)).data ?? null
    },
    /** Says nothing to a browser that brought none. */
    async drop(): Promise<void> {
      const jar = await cookies()
      if (jar.get(name)) jar.set(name, "", { ...cookieOptions, maxAge: 0 })
    },
  }
}

/** Seals a few facts into a cookie's value, which opens under this cookie's name and no other. */
export function seal(
  cookieName: string,
  facts: Record<string, unknown>,
  maxAgeS: number,
): Promise<string> {
  return sealFacts(keysFor("cookies"), facts, { audience: cookieName }, maxAgeS)
}

/** Opens a sealed value; null for anything that we did not seal, or too long ago. */
export async function unseal(
  cookieName: string,
  value: string | undefined,
): Promise<Record<string, unknown> | null> {
  if (!value) return null
  const opened = await openFacts(keysFor("cookies"), value, { audience: cookieName })
  return opened.ok ? opened.value : null
}
