import { NextResponse } from "next/server"
import { keepLink } from "@/lib/auth/cookies/link-cookie"
import { mailedSecret } from "@/lib/names/mailed-secret"
import type { LinkPurpose } from "@/lib/users/mailed-link"

const pages: Readonly<Record<LinkPurpose, string>> = {
  password_reset: "/reset-password",
  magic_link: "/magic-link",
  invitation: "/invitation",
  email_change: "/confirm-email",
  email_change_undo: "/undo-email-change",
  report: "/report",
}

/**
 * Takes the secret of a mailed link out of the address, and goes on to its page. Mail scanners open
 * links: nothing is looked up, and nothing consumed.
 */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly purpose: string }> },
): Promise<Response> {
  const { purpose } = await params
  const secret = new URL(request.url).searchParams.get("secret")
  if (!isLinkPurpose(purpose)) return new NextResponse(null, { status: 404 })

  const headers = { Location: pages[purpose], "Cache-Control": "no-store" }
  const response = new NextResponse(null, { status: 303, headers })
  await keepLink(response, purpose, mailedSecret(secret ?? ""))
  return response
}

const isLinkPurpose = (purpose: string): purpose is LinkPurpose => Object.hasOwn(pages, purpose)
