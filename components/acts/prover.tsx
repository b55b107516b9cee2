"use client"

import { createContext, type ReactNode, use, useMemo } from "react"

interface ProverProps {
  readonly email: string
  readonly hasPassword: boolean
  /** For how long yet the last proof of who they are will do; nothing or less where it is too old. */
  readonly freshForMs: number
  readonly proveWithProvider: (provider: string, form: FormData) => void
}

/** The person who would have to prove who they are, and the action that sends them to a provider for it. */
interface Prover extends Omit<ProverProps, "freshForMs"> {
  /** As far as the page knows: the server has the last word. */
  readonly isFresh: () => boolean
}

export function ProverContext({
  email,
  hasPassword,
  freshForMs,
  proveWithProvider,
  children,
}: ProverProps & { readonly children: ReactNode }) {
  const prover = useMemo(() => {
    const freshUntil = Date.now() + freshForMs
    return { email, hasPassword, proveWithProvider, isFresh: () => Date.now() < freshUntil }
  }, [email, hasPassword, proveWithProvider, freshForMs])

  return <Context value={prover}>{children}</Context>
}

export function useProver(): Prover {
  const prover = use(Context)
  if (!prover) throw new Error("An act that asks for proof stands inside the private layout.")
  return prover
}

/** Whether an act has to ask for the password before it is sent. Outside of the private layout none does. */
export function useIsPasswordDue(): () => boolean {
  const prover = use(Context)
  return () => Boolean(prover?.hasPassword) && !prover?.isFresh()
}

const Context = createContext<Prover | null>(null)
