import { SessionProvider } from "next-auth/react"
import type { ReactNode } from "react"
import { Person } from "./person"

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SessionProvider>
          <Person />
          {children}
        </SessionProvider>
      </body>
    </html>
  )
}
