"use client"

import { signOut, useSession } from "next-auth/react"

export function Person() {
  const { data: session, status } = useSession()
  if (!session) return <p>{status === "loading" ? "One moment" : "Not logged in"}</p>
  return (
    <p>
      {session.user?.name} ({session.user?.plan}){" "}
      <button type="button" onClick={() => signOut({ redirectTo: "/login" })}>
        Log out
      </button>
    </p>
  )
}
