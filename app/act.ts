import { words } from "@/lib/texts/words"
import "server-only"
import { redirect } from "next/navigation"
import { z } from "zod"
import { readShownLink } from "@/lib/auth/cookies/link-cookie"
import { askForProof } from "@/lib/auth/entry/proof"
import { requireStranger } from "@/lib/auth/mail-me"
import { withWords } from "@/lib/auth/outcome"
import { requestFacts } from "@/lib/auth/request-facts"
import { type ActingViewer, requireAdminToAct, requireViewerToAct } from "@/lib/auth/viewer"
import type { Viewer } from "@/lib/auth/viewer-of"
import { type FormState, failed, type Typed } from "@/lib/forms/form-state"
import { invalid } from "@/lib/forms/invalid"
import { typedIn, valuesIn, withTyped } from "@/lib/forms/typed"
import type { LinkPurpose } from "@/lib/users/mailed-link"

/** What React calls: with the state of the form, or whatever the page has bound, and the form. */
export type Action<Answer> = (given: unknown, form: FormData) => Promise<Answer | FormState>

interface ActRule<Schema> {
  readonly gate: keyof typeof gates
  /** Whether it asks people to prove who they are; a function if that depends on the person. */
  readonly proof: boolean | ((viewer: Viewer) => boolean)
  readonly input: Schema
}

/**
 * An action of a person who is logged in: gate, whose page, proof, parse, call, answer. Where no script reads the
 * answer, it is told on top of the same page.
 *
 * Every action comes from here or from one of the two below, so that none can leave a step out.
 */
export function act<Schema extends z.ZodType, Answer>(
  { gate, proof, input }: ActRule<Schema>,
  run: (
    viewer: ActingViewer,
    input: z.output<Schema>,
    given: unknown,
    typed: () => Typed,
  ) => Promise<Answer>,
): Action<Answer> {
  return asAct(async (given, form) => {
    const viewer = await gates[gate](form)
    const asksForProof = typeof proof === "function" ? proof(viewer) : proof
    const asked = asksForProof ? await askForProof(viewer, form) : null
    if (asked) return told(viewer, asked)
    const parsed = input.safeParse(fieldsOf(form))
    return parsed.success
      ? told(viewer, await run(viewer, parsed.data, given, () => typedIn(form)))
      : invalid(parsed.error)
  })
}

async function told<Answer>({ userId }: Viewer, answer: Answer): Promise<Answer> {
  const { isByScript, path } = await requestFacts()
  if (isByScript || !isDone(answer)) return answer
  return redirect(await withWords(path, userId, answer.message))
}

const isDone = (answer: unknown): answer is Extract<FormState, { readonly status: "done" }> =>
  typeof answer === "object" && answer !== null && "status" in answer && answer.status === "done"

type Stranger = Awaited<ReturnType<typeof requireStranger>>

/** An action of anyone, logged in or not. */
export function actOfAnyone<Schema extends z.ZodType, Answer>(
  input: Schema,
  run: (stranger: Stranger, input: z.output<Schema>) => Promise<Answer>,
): Action<Answer> {
  return asAct(async (_, form) => {
    const stranger = await requireStranger(form)
    const parsed = input.safeParse(fieldsOf(form))
    return parsed.success ? run(stranger, parsed.data) : invalid(parsed.error)
  })
}

type LinkHolder = Stranger & { readonly secret: string }

/** An action of the person who has opened a mailed link: for the link that the page shows, and no other. */
export function actByLink<Schema extends z.ZodType, Answer>(
  purpose: LinkPurpose,
  input: Schema,
  run: (holder: LinkHolder, input: z.output<Schema>) => Promise<Answer>,
): Action<Answer> {
  return asAct<Answer>(async (_, form) => {
    const stranger = await requireStranger(form)
    const secret = await readShownLink(purpose, form)
    if (secret === null) return failed(words("links")("other"))
    const parsed = input.safeParse(fieldsOf(form))
    return parsed.success ? run({ ...stranger, secret }, parsed.data) : invalid(parsed.error)
  })
}

/** For an action that takes nothing from its form. */
export const nothing = z.object({})

/** Whether this is an action that one of the functions above has made. */
export const isAct = (exported: unknown): boolean => acts.has(Object(exported))

const acts = new WeakSet<object>()

function asAct<Answer>(run: Action<Answer>): Action<Answer> {
  const action: Action<Answer> = async (given, form) => withTyped(await run(given, form), form)
  acts.add(action)
  return action
}

const gates = { viewer: requireViewerToAct, admin: requireAdminToAct }

/** A name that comes once is its value; one that comes more often, as ticks do, is all of them. */
const fieldsOf = (form: FormData): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...valuesIn(form)].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
