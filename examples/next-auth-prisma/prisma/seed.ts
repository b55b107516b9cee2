import { hash } from "bcryptjs"
import { prisma } from "@/lib/prisma"

const people = [
  { name: "Ann", email: "ann@example.com", password: "correct horse", plan: "pro" },
  { name: "Ben", email: "ben@example.com", password: "battery staple", plan: "free" },
  { name: "Cleo", email: "cleo@example.com", password: "lantern harbor", plan: "free" },
]

async function seed() {
  for (const { password, ...person } of people) {
    const passwordHash = await hash(password, 10)
    const posts = { create: [{ title: `A post by ${person.name}` }] }
    await prisma.user.create({ data: { ...person, passwordHash, posts } })
  }
}

seed().finally(() => prisma.$disconnect())
