import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import { PasswordForm, type PasswordFormProps } from "./password-form"

export function PasswordSection(props: PasswordFormProps) {
  const { hasPassword } = props

  return (
    <Section
      id="password"
      title={hasPassword ? texts.password.title : texts.password.setTitle}
      description={hasPassword ? undefined : texts.password.setHint}
    >
      <Card>
        <CardBody>
          <PasswordForm {...props} />
        </CardBody>
      </Card>
    </Section>
  )
}
