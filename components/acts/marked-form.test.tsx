import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { CheckboxField, SelectField, TextField } from "@/components/ui/field"
import { PasswordField } from "@/components/ui/password-field"
import { RadioFields } from "@/components/ui/radio-fields"
import { type FieldsState, failed, idle } from "@/lib/forms/form-state"
import { words } from "@/lib/texts/words"
import { inEnglish } from "@/test/world/in-english"
import { MarkedForm } from "./marked-form"
import { RenderedFor } from "./rendered-for"

const pageWith = (state: FieldsState) =>
  renderToStaticMarkup(
    inEnglish(
      <RenderedFor mark="someone">
        <MarkedForm state={state}>
          <TextField label="Name" name="name" defaultValue="Ben" hint="A hint." />
          <PasswordField label="Password" name="password" autoComplete="current-password" />
          <CheckboxField label="Keep" name="remember" defaultChecked />
          <SelectField label="Role" name="role">
            <option value="user">User</option>
            <option value="admin">Administrator</option>
          </SelectField>
          <RadioFields
            legend="How far"
            name="reach"
            choices={["near", "far"].map((value) => ({ value, label: value, hint: value }))}
          />
        </MarkedForm>
      </RenderedFor>,
    ),
  )

test("a form that comes back holds what was typed and chosen, whatever its fields began with", () => {
  const before = pageWith(idle)
  expect(before).toMatch(/name="name"[^>]*value="Ben"/)
  expect(before).toMatch(/type="checkbox"[^>]*checked=""/)
  expect(before).not.toContain("selected")
  expect(before).toMatch(/checked=""[^>]*value="near"/)

  const typed = { name: ["Cy <&>"], role: ["admin"], reach: ["far"], password: ["lantern"] }
  const after = pageWith({ ...failed("no"), typed })
  expect(after).toMatch(/name="name"[^>]*value="Cy &lt;&amp;&gt;"/)
  expect(after).not.toMatch(/type="checkbox"[^>]*checked=""/)
  expect(after).toMatch(/<option value="admin" selected="">/)
  expect(after).toMatch(/checked=""[^>]*value="far"/)
  expect(after).not.toContain("lantern")
})

test("what is wrong stands beside its field, which says so, and the first such field has the focus", () => {
  const page = pageWith(failed("no", { name: "Use one line." }))
  const [, id] = /id="([^"]+)"[^>]*aria-invalid="true"/.exec(page) ?? []
  expect(page).toContain(`aria-describedby="${id}-error ${id}-hint"`)
  expect(page).toMatch(new RegExp(`<p id="${id}-error"[^>]*>Use one line.</p>`))
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(1)
  expect(page.match(/autofocus/gi)).toHaveLength(1)
  expect(page).not.toContain('role="alert"')
})

test("several faults are summed up at the top, each with a link to its field", () => {
  const page = pageWith(failed("no", { name: "Use one line.", password: "Wrong." }))
  expect(page).toContain(words("fields")("several", { fields: 2 }))
  for (const name of ["name", "password"]) {
    const [, id] = new RegExp(`<input id="([^"]+)"[^>]*name="${name}"`).exec(page) ?? []
    expect(page).toContain(`<a href="#${id}"`)
  }
})

test("the browser's own complaints stay, until scripts are there to take their place", () => {
  expect(pageWith(idle)).not.toContain("novalidate")
})
