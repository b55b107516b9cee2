import type { ComponentProps, ReactNode } from "react"
import { Logo } from "./logo"
import { Message } from "./message"

/** A page that has one thing to say, outside the shell. */
export function MessagePage(message: ComponentProps<typeof Message>) {
  return (
    <BarePage>
      <Message {...message} />
    </BarePage>
  )
}

/** Outside the shell: the logo, and what is below it. */
export function BarePage({ children }: { readonly children: ReactNode }) {
  return (
    <main>
      <div className="flex justify-center pt-8 sm:pt-12">
        <Logo />
      </div>
      {children}
    </main>
  )
}
