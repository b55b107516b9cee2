import type { HttpAnswer, HttpClient } from "./http-client"

type Fields = Readonly<Record<string, string>>

/** Presses a button of a page as a browser without JavaScript does. */
export async function press(
  client: Pick<HttpClient, "ask">,
  path: string,
  button: string,
  fields: Fields = {},
): Promise<HttpAnswer> {
  const { body } = await client.ask(path)
  return submit(client, path, body, button, fields)
}

/** The same on a page that was loaded earlier: the form may ask for more before it acts. */
export async function submit(
  client: Pick<HttpClient, "ask">,
  path: string,
  page: string,
  button: string,
  fields: Fields = {},
): Promise<HttpAnswer> {
  // Its words may stand in elements.
  const ends = ["", "</span>", "</span></span>"].map((closing) => `>${button}${closing}</button>`)
  const form = page.split("<form").find((text) => ends.some((end) => text.includes(end)))
  if (!form) throw new Error(`The page has no button ${button}.`)
  const body = hiddenFields(form)
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await client.ask(path, { method: "POST", body })
  // What an act of the app's did is told by the same page, loaded again.
  const isTold = /[?&]said=/.test(answer.location ?? "")
  return answer.status === 303 && isTold ? client.ask(answer.location ?? "") : answer
}

/** What each form of a page that acts would send, with its fields left as they are, and where to. */
export function actingForms(page: string, path: string) {
  return page
    .split("<form")
    .slice(1)
    .map((rest) => rest.split("</form>")[0] ?? "")
    .filter((form) => /^[^>]*method="post"/i.test(form))
    .map((form) => {
      const { action } = attributesOf(form.slice(0, form.indexOf(">")))
      return { path: action?.startsWith("/") ? action : path, body: hiddenFields(form) }
    })
}

function hiddenFields(form: string): FormData {
  const fields = new FormData()
  for (const [, attributes = ""] of form.matchAll(/<input ([^>]*)>/g)) {
    const { type, name, value = "" } = attributesOf(attributes)
    if (type === "hidden" && name) fields.append(name, value)
  }
  return fields
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      decoded(value ?? ""),
    ]),
  )
}

/** What a person reads of it. */
export const decoded = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
