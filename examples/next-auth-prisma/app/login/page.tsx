import { redirect } from "next/navigation"
import { AuthError } from "next-auth"
import { signIn } from "@/auth"

async function logIn(form: FormData) {
  "use server"
  try {
    await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirectTo: "/account",
    })
  } catch (error) {
    if (error instanceof AuthError) redirect(`/login?error=${error.type}`)
    throw error
  }
}

async function logInAtCompany() {
  "use server"
  await signIn("oidc", { redirectTo: "/account" })
}

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<{ error?: string }>
}) {
  const { error } = await searchParams
  return (
    <main>
      <h1>Log in</h1>
      {error && <p role="alert">You are not logged in ({error}).</p>}
      <form action={logIn}>
        <input name="email" type="email" aria-label="E-mail" />
        <input name="password" type="password" aria-label="Password" />
        <button type="submit">Log in</button>
      </form>
      <form action={logInAtCompany}>
        <button type="submit">Log in with Company</button>
      </form>
    </main>
  )
}
