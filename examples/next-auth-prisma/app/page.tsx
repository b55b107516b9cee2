import { prisma } from "@/lib/prisma"

export const dynamic = "force-dynamic"

export default async function Home() {
  const posts = await prisma.post.findMany({ include: { author: true } })
  return (
    <main>
      <h1>Posts</h1>
      <ul>
        {posts.map(({ id, title, author }) => (
          <li key={id}>
            {title}, {author.name}
          </li>
        ))}
      </ul>
      <a href="/account">Account</a>
    </main>
  )
}
