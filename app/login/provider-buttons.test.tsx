import { KeyRound } from "lucide"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { RenderedFor } from "@/components/acts/rendered-for"
import { idle } from "@/lib/forms/form-state"
import { inEnglish } from "@/test/world/in-english"
import { ProviderButtons } from "./provider-buttons"

const providers = ["Google", "GitHub", "Acme"].map((name) => ({ id: name.toLowerCase(), name }))

test("each provider's button bears the provider's mark, or a key, and is as wide as the others", () => {
  const page = renderToStaticMarkup(
    inEnglish(
      <RenderedFor mark="someone">
        <ProviderButtons state={idle} action={() => undefined} returnTo="/" providers={providers} />
      </RenderedFor>,
    ),
  )
  const buttons = [...page.matchAll(/<button([^>]*)>(.*?)<\/button>/g)]
  expect(buttons).toHaveLength(3)
  const marks = buttons.map(([, attributes, content]) => {
    expect(attributes).toContain("w-full")
    return /<svg[^>]*aria-hidden="true".*<\/svg>/.exec(content ?? "")?.[0]
  })
  expect(new Set(marks).size).toBe(3)
  expect(marks[0]).toContain("#4285F4")
  expect(marks[2]).toContain(String(KeyRound[0]?.[1].d))
})
