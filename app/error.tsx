"use client"

import { OutageMessage } from "@/components/shell/outage-message"

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string }
}

export default function ErrorPage({ error }: ErrorPageProps) {
  return (
    <main>
      <OutageMessage digest={error.digest} />
    </main>
  )
}
