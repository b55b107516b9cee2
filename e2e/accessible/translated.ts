import type { Page } from "playwright/test"

/**
 * Translates each page as Chromium's own translation does: every text is moved into elements that React
 * knows nothing of, once the page is alive, and so is each text that comes later.
 */
export const translateEvery = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const isText = (node: Node): node is Text => node instanceof Text
    const translate = (text: Text) => {
      if (!text.data.trim() || text.parentElement?.closest("script, style, font")) return
      const [outer, inner] = [document.createElement("font"), document.createElement("font")]
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
    const translateWithin = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (isText(node)) texts.push(node)
      }
      texts.forEach(translate)
    }
    // React takes a page over part by part, and must find each as the server wrote it. It passes over the
    // fields by which a form names its action without a script.
    const isTaken = (element: Element) =>
      element.matches("input[type=hidden], script, template, noscript") ||
      Object.keys(element).some((key) => key.startsWith("__reactProps"))
    const isAlive = () =>
      document.readyState === "complete" &&
      [...document.querySelectorAll("main, main *, form, form *")].every(isTaken)
    const start = () => {
      if (!isAlive()) return void requestIdleCallback(start)
      translateWithin(document.body)
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) isText(node) ? translate(node) : translateWithin(node)
        }
      }).observe(document.body, { subtree: true, childList: true })
      document.body.dataset.translated = "yes"
    }
    document.addEventListener("DOMContentLoaded", start)
  })

/** The page is alive and translated. */
export const isTranslated = (page: Page): Promise<void> =>
  page.locator("body[data-translated]").waitFor()
