import { isDeepStrictEqual } from "node:util"
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"
import compile from "icu-minify/compile"
import { _createCache, _createIntlFormatters } from "use-intl/core"
import parsedMessage from "use-intl/format-message"
import compiledMessage from "use-intl/format-message/format-only"
import { expect, test } from "vitest"
import { languages } from "@/lib/names/language"
import { textsIn } from "@/test/checks/texts-in"
import { messagesOf } from "./catalogue"
import { english } from "./en"
import { pseudoMessage, pseudoTexts } from "./pseudo"
import type { Room } from "./translation"

const messages = textsIn(english)

test("the generated language has every key of English, and each in brackets", () => {
  const pseudo = new Map(textsIn(pseudoTexts(english)))
  expect([...pseudo.keys()]).toEqual(messages.map(([key]) => key))
  for (const text of pseudo.values()) expect(text).toMatch(/^⟦.*⟧$/s)
})

test.each(languages)("each text in %s names what its English names, and no more", (language) => {
  const rooms = Object.keys(english) as Room[]
  const texts = Object.fromEntries(rooms.map((room) => [room, messagesOf(language, room)]))
  const named = (of: object) =>
    textsIn(of).map(([key, text]) => [key, [...new Set(argumentsOf(parse(text)))].toSorted()])
  expect(named(texts)).toEqual(named(english))
})

test("it names what English names, and has the branches of its plurals", () => {
  const changed = messages.filter(
    ([, text]) =>
      !isDeepStrictEqual(parse(pseudoMessage(text)).flatMap(shape), parse(text).flatMap(shape)),
  )
  expect(messages.length).toBeGreaterThan(600)
  expect(changed).toEqual([])
})

test("it is about 40 % longer, and has none of the plain letters", () => {
  const literals = messages.map(([, text]) => [
    literalIn(parse(text)),
    literalIn(parse(pseudoMessage(text))),
  ])
  const [before, after] = [0, 1].map((at) => literals.map((pair) => pair[at]).join("").length)
  expect((after ?? 0) / (before ?? 1)).toBeGreaterThan(1.35)
  expect((after ?? 0) / (before ?? 1)).toBeLessThan(1.5)
  expect(literals.filter(([, pseudo]) => /[a-z]/i.test(pseudo ?? ""))).toEqual([])
})

test("what a browser makes of a compiled message is what a server reads from its source", () => {
  const formatters = _createIntlFormatters(_createCache())
  for (const [key, text] of messages) {
    for (const count of [0, 1, 2, 1_204]) {
      const values = {
        ...Object.fromEntries(argumentsOf(parse(text)).map((name) => [name, count])),
        ...Object.fromEntries(tagsOf(parse(text)).map((name) => [name, named(name)])),
      }
      const options = { cache: _createCache(), formatters, locale: "en-GB", timeZone: "UTC" }
      const [parsed, compiled] = [
        parsedMessage(key, text, values, options),
        compiledMessage(key, compile(text), values, options),
      ]
      expect(compiled, key).toEqual(parsed)
    }
  }
})

/** An element without its words. */
function shape(element: MessageFormatElement): unknown[] {
  if (element.type === TYPE.literal) return []
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element]
  const options = Object.entries(element.options)
    .map(([name, { value }]) => [name, value.flatMap(shape)])
    .toSorted()
  return [{ type: element.type, value: element.value, options }]
}

function inside(element: MessageFormatElement): MessageFormatElement[] {
  if (element.type === TYPE.tag) return element.children
  return element.type === TYPE.plural || element.type === TYPE.select
    ? Object.values(element.options).flatMap(({ value }) => value)
    : []
}

/** What a page puts in the place of a tag. */
const named = (name: string) => () => `(${name})`

const literalIn = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element) => (element.type === TYPE.literal ? element.value : literalIn(inside(element))))
    .join("")

function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...(hasArgument(element) ? [element.value] : []),
    ...argumentsOf(inside(element)),
  ])
}

const hasArgument = (element: MessageFormatElement) =>
  element.type !== TYPE.literal && element.type !== TYPE.pound && element.type !== TYPE.tag

function tagsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === TYPE.tag ? [element.value] : []),
    ...tagsOf(inside(element)),
  ])
}
