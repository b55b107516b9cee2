import fc from "fast-check"
import { longText, manyFields } from "./long"
import { hostileText, jsonBody } from "./texts"

/** What comes after the head: JSON, forms of both kinds, and anything else. */
export const hostileBody: fc.Arbitrary<string> = bodies()

function bodies(): fc.Arbitrary<string> {
  const few = fc.dictionary(
    fc.oneof(
      fc.constantFrom("email", "password", "csrfToken", "token", "token_type_hint", "proof", "act"),
      fc.constantFrom("$ACTION_KEY", "$ACTION_REF_1", "$ACTION_1:0", "__proto__"),
    ),
    hostileText,
    { maxKeys: 5 },
  )
  const fields = fc.oneof(
    { weight: 5, arbitrary: few.map(Object.entries<string>) },
    { weight: 1, arbitrary: manyFields },
  )
  const multipart = fields.map(
    (form) =>
      `${form
        .map(
          ([name, value]) =>
            `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join("")}--x--\r\n`,
  )
  const encoded = fields.map((form) => String(new URLSearchParams(form)))
  return fc.oneof(jsonBody, encoded, multipart, hostileText, longText(50_000))
}
