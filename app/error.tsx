"use client"

import { FailureMessage } from "@/components/shell/failure-message"

export default function ErrorPage({ error }: { readonly error: Error }) {
  return <FailureMessage error={error} />
}
