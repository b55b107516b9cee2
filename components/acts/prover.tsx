"use client"

import { createContext, type ReactNode, use } from "react"

/** The person who would have to prove who they are, and the action that sends them to a provider for it. */
export interface Prover {
  readonly email: string
  readonly proveWithProvider: (provider: string, form: FormData) => void
}

export function ProverContext({ children, ...prover }: Prover & { readonly children: ReactNode }) {
  return <Context value={prover}>{children}</Context>
}

export function useProver(): Prover {
  const prover = use(Context)
  if (!prover) throw new Error("An act that may ask for proof stands inside the private layout.")
  return prover
}

const Context = createContext<Prover | null>(null)
