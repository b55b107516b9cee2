import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"
import { mixedTexts } from "./mixed-texts"

test.each([
  ["something that comes and goes before a text", "<b>{isBusy && <i />}{children}</b>"],
  ["something that comes and goes after it", "<p>Name {isNew ? <i /> : <b />}</p>"],
  ["a text or an element, beside an element", "<p><b />{isNew ? name : <i />}</p>"],
  ["a list beside it", '<td>{t("all")} {each.map((one) => <i key={one} />)}</td>'],
  ["a text that changes, beside an element", "<p>{name} <b /></p>"],
  ["a text that changes, beside another text", "<p>Seen {count} times</p>"],
  ["words that are made, beside an element", '<p>{t("until", { date })}<b /></p>'],
])("%s is found", (_, jsx) => {
  expect(mixedTexts("a.tsx", `const a = ${jsx}`)).toHaveLength(1)
})

test.each([
  ["a text alone", "<p>{name}</p>"],
  ["a text alone beside what comes and goes", "<b>{isBusy && <i />}<span>{children}</span></b>"],
  ["fixed words beside an element", '<p>{t("made")} <b /></p>'],
  ["elements that come and go", "<div>{isNew && <i />}{children}</div>"],
])("%s is none", (_, jsx) => {
  expect(mixedTexts("a.tsx", `const a = ${jsx}`)).toEqual([])
})

test("no page breaks, or says what is past, once a browser has translated it", () => {
  const files = sourceFiles().filter((file) => /^(?:app|components)\/.*\.tsx$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => mixedTexts(file, readFileSync(file, "utf8")))).toEqual([])
})
