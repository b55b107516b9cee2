/// <reference types="vite/client" />

import type { Issued } from "log-out-everywhere"
import { NextRequest } from "next/server"
import { expect, test } from "vitest"
import type { Operation } from "@/lib/api/operation"
import { operations } from "@/lib/api/operations"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { answeredForm, digestOf, everythingButUse } from "@/test/http/action-calls"
import { caller, type Routes } from "@/test/http/api-calls"
import { arrive } from "@/test/http/fake-request"
import { callOf, peopleOf } from "@/test/http/operation-calls"
import { preview } from "@/test/races/sweeps"
import { world } from "@/test/world/app-world"
import { addPerson, anAdministrator, issueTo, type Person } from "@/test/world/people"

type Modules = Record<string, Record<string, unknown>>
type Call = (...given: unknown[]) => unknown

// In a glob's own pattern, the parentheses of the folder's name would mean something else.
const files = import.meta.glob("./*/admin/**/{page,route,actions}.{ts,tsx}", {
  eager: true,
}) as Modules
const handlers = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

/** The row that the address of a page names, or a file that it asks for. */
const named = {
  "/users/[id]": async () => (await addPerson(world)).id,
  "/revocations/[id]": async () => {
    const person = await addPerson(world)
    await issueTo(world, person)
    return preview(world, await anAdministrator(world), { person: person.id })
  },
}

async function paramsOf(file: string) {
  const [, make] = Object.entries(named).find(([folder]) => file.includes(folder)) ?? []
  return Promise.resolve({ id: make ? await make() : "", path: ["nothing"] })
}

/** What a person is about to do, with all that it needs. */
type Doing = (person: Person) => Promise<() => unknown>

/** Everything that administrators can do or read: pages, files, streams, operations of the API, and actions. */
const doings: readonly (readonly [string, Doing])[] = [
  ...Object.entries(files).flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]): [string, Doing][] => {
      const call = value as Call
      if (/\/page\.tsx$/.test(file) && name === "default") return [[file, pageOf(file, call)]]
      if (/\/route\.ts$/.test(file) && handlers.includes(name)) {
        return [[`${name} ${file}`, routeOf(name, call)]]
      }
      return /\/actions\.ts$/.test(file) ? [[`${name} of ${file}`, actionOf(value)]] : []
    }),
  ),
  ...operations
    .filter(({ access }) => access === "administrators")
    .map((operation) => [operation.id, operationOf(operation)] as const),
]

function pageOf(file: string, page: Call): Doing {
  return async () => {
    const params = await paramsOf(file)
    return () => page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) })
  }
}

function routeOf(method: string, route: Call): Doing {
  return async () => {
    const request = new NextRequest("http://localhost:3000/?format=csv", { method })
    return () => route(request, { params: Promise.resolve({}) })
  }
}

const routes = import.meta.glob("./api/v1/**/route.ts", { eager: true }) as Routes
const ask = caller(
  Object.fromEntries(
    Object.entries(routes).map(([file, route]) => [file.replace("./api/v1", "."), route]),
  ),
)

function operationOf(operation: Operation): Doing {
  return async (person) => {
    const { id } = await peopleOf(world, operation)
    const { secret: bearer } = await issueTo(world, person, { purpose: "api" })
    const call = await callOf(operation, { id })
    return () => ask({ ...call, bearer })
  }
}

function actionOf(action: unknown): Doing {
  return async (person) => {
    const form = await answeredForm(world, person)
    return async () => {
      const digest = await digestOf(action, form)
      if (digest) throw Object.assign(new Error(digest), { digest })
    }
  }
}

/** 404 if it is not there for this person; any other answer says that it is. */
async function answerTo({ secret }: Issued, doing: () => unknown) {
  arrive({ cookies: { [sessionCookieName]: secret }, headers: { "sec-fetch-site": "same-origin" } })
  try {
    const answer = await doing()
    return (answer as { status?: number } | undefined)?.status ?? 200
  } catch (error) {
    const { digest = String(error) } = error as { digest?: string }
    return /^NEXT_HTTP_ERROR_FALLBACK;404/.test(digest) ? 404 : digest
  }
}

test("all that administrators can do is found", () => {
  const found = doings.map(([name]) => name).join("\n")
  expect(doings.length).toBeGreaterThan(30)
  for (const part of ["export/route.ts", "listTokens", "logEveryoneOutAction", "[id]/page.tsx"]) {
    expect(found).toContain(part)
  }
})

test.each(doings)(
  "%s refuses a person who is no administrator, and changes nothing",
  async (_, prepare) => {
    const person = await addPerson(world)
    const session = await issueTo(world, person)
    const doing = await prepare(person)
    const before = await everythingButUse(world)
    expect(await answerTo(session, doing)).toBe(404)
    // A token that was brought was used, and the audit log tells of the refusal.
    expect(await everythingButUse(world)).toEqual(before)
  },
)

/** What is about a thing that there is not answers 404 to everybody. */
const isOfNothing = /\[\.\.\.path\]/

test.each(doings.filter(([name]) => !isOfNothing.test(name)))(
  "%s is there for an administrator",
  async (_, prepare) => {
    const admin = await addPerson(world, { role: "admin" })
    const session = await issueTo(world, admin)
    expect(await answerTo(session, await prepare(admin))).not.toBe(404)
  },
)
