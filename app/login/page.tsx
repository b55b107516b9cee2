import type { Metadata } from "next"
import { Logo } from "@/components/shell/logo"
import { Card, CardBody } from "@/components/ui/card"
import { TextLink } from "@/components/ui/text-link"
import { enabledProviders } from "@/lib/auth/providers"
import { safeReturnTo } from "@/lib/auth/request"
import { getViewer } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { AlreadyIn } from "./already-in"
import { LogInForm } from "./log-in-form"
import { type LogInQuery, WhyHere } from "./why-here"

export const metadata: Metadata = { title: texts.login.title }

interface LogInPageProps {
  readonly searchParams: Promise<LogInQuery & { readonly returnTo?: string }>
}

export default async function LogInPage({ searchParams }: LogInPageProps) {
  const { returnTo, ...query } = await searchParams
  const viewer = await getViewer()
  const target = safeReturnTo(returnTo)

  return (
    <main className="mx-auto flex w-full max-w-[25rem] grow flex-col justify-center gap-6 px-4 py-10">
      <div className="flex flex-col items-center gap-5">
        <Logo />
        <h1 className="text-xl font-semibold tracking-[-0.02em]">{texts.login.heading}</h1>
      </div>
      <WhyHere query={query} />
      {viewer && <AlreadyIn person={viewer.email} returnTo={target} />}
      <Card>
        <CardBody className="sm:p-6">
          <LogInForm returnTo={target} providers={enabledProviders()} />
          <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 pt-4 text-sm">
            <TextLink href="/forgot-password">{texts.links.forgot.link}</TextLink>
            <TextLink href="/magic-link">{texts.links.magic.offer}</TextLink>
          </p>
        </CardBody>
      </Card>
    </main>
  )
}
