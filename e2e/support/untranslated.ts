import type { Page } from "playwright/test"

/** What a page shows in plain letters though its language is the made-up one: no text of the catalogue is. */
export async function untranslated(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(visibleTexts)
  return texts.filter((text) => /[a-z]{2}/i.test(withoutBracketed(text)))
}

/** Brackets stand in each other where one text names another. Beside them is what people wrote, and what `Intl` writes. */
function withoutBracketed(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, "").replace(data, "")
  return rest === text ? text : withoutBracketed(rest)
}

const data =
  /[^\s⟦⟧]+@[^\s⟦⟧]+|^[\u2066\u2069\da-f:.-]+$|^Test provider$|,? and |\b[\d,]+ (?:day|hour|minute)s?\b/gi

/** What people see and what is read out to them, but for what others wrote, code, and what `Intl` writes. */
function visibleTexts(): string[] {
  const others =
    "[aria-hidden=true], [translate=no], bdi, code, pre, time, script, style, noscript, svg"
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(others)
  const found: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ""
    // What a place in the page is named after is the name of something in code.
    if (node.parentElement && isShown(node.parentElement) && !document.getElementById(text)) {
      found.push(text)
    }
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
    if (!isShown(element)) continue
    for (const name of ["aria-label", "title", "placeholder"]) {
      found.push(element.getAttribute(name) ?? "")
    }
  }
  return found
}
