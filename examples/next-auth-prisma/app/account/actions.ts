"use server"

import { compare, hash } from "bcryptjs"
import { redirect } from "next/navigation"
import { auth } from "@/auth"
import { prisma } from "@/lib/prisma"

export async function changePassword(form: FormData) {
  const session = await auth()
  if (!session?.user?.id) redirect("/login")
  const user = await prisma.user.findUniqueOrThrow({ where: { id: session.user.id } })

  const isRight = await compare(String(form.get("current")), user.passwordHash ?? "")
  if (!isRight) redirect("/account?error=password")

  const passwordHash = await hash(String(form.get("next")), 10)
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash } })
  redirect("/account?changed=1")
}
