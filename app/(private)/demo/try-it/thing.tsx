import { ButtonLink } from "@/components/ui/button"
import { Card, CardBody } from "@/components/ui/card"

interface ThingProps {
  readonly title: string
  readonly steps: readonly string[]
  /** Where it begins. */
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

/** One thing to try, step by step. */
export function Thing({ title, steps, links }: ThingProps) {
  return (
    <Card>
      <CardBody className="space-y-4">
        <h2 className="font-semibold">{title}</h2>
        <ol className="max-w-prose list-decimal space-y-1.5 ps-5 text-sm text-ink-soft marker:text-ink-faint">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="flex flex-wrap gap-2">
          {links.map(({ href, label }) => (
            <ButtonLink key={href} href={href} size="sm">
              {label}
            </ButtonLink>
          ))}
        </p>
      </CardBody>
    </Card>
  )
}
