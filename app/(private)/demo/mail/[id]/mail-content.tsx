import { Card } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import type { ReadMail } from "@/lib/mail/read"
import { words } from "@/lib/texts/words"

/** Both parts of a mail, the HTML in a frame that runs nothing and opens its links in a new tab. */
export function MailContent({ html, text, letter }: NonNullable<ReadMail["content"]>) {
  const t = words("mailbox")
  return (
    <>
      <Section title={t("html")}>
        <Card className="overflow-hidden">
          <iframe
            title={letter.subject}
            srcDoc={`<base target="_blank">${html}`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="block h-[42rem] w-full resize-y"
          />
        </Card>
      </Section>
      <Section title={t("text")}>
        <Card className="p-4 sm:p-5">
          <pre className="font-mono text-[0.8125rem] wrap-anywhere whitespace-pre-wrap">{text}</pre>
        </Card>
      </Section>
    </>
  )
}
