import { PrismaAdapter } from "@auth/prisma-adapter"
import { compare } from "bcryptjs"
import NextAuth from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { prisma } from "@/lib/prisma"

declare module "next-auth" {
  interface User {
    plan?: string
  }
}

export const { handlers, auth, signIn, signOut } = NextAuth({
  adapter: PrismaAdapter(prisma),
  session: { strategy: "jwt" },
  pages: { signIn: "/login" },
  providers: [
    { id: "oidc", name: "Company", type: "oidc", idToken: false },
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize({ email, password }) {
        const user = await prisma.user.findUnique({ where: { email: String(email) } })
        if (!user?.passwordHash) return null
        return (await compare(String(password), user.passwordHash)) ? user : null
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) token.plan = user.plan
      return token
    },
    session({ session, token }) {
      session.user.id = token.sub ?? ""
      session.user.plan = String(token.plan)
      return session
    },
  },
})
