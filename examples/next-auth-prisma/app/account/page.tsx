import { redirect } from "next/navigation"
import { auth } from "@/auth"
import { prisma } from "@/lib/prisma"
import { changePassword } from "./actions"

export default async function AccountPage() {
  const session = await auth()
  if (!session?.user) redirect("/login")
  const posts = await prisma.post.count({ where: { authorId: session.user.id } })
  return (
    <main>
      <h1>{session.user.email}</h1>
      <p>
        Plan {session.user.plan}, posts {posts}
      </p>
      <form action={changePassword}>
        <input name="current" type="password" aria-label="Current password" />
        <input name="next" type="password" aria-label="New password" />
        <button type="submit">Change password</button>
      </form>
    </main>
  )
}
