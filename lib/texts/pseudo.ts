import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js"

/**
 * A language that nobody speaks, made of another: with accents on its letters, about 40 % longer, and in brackets.
 * A word without them is not in the catalogue; a bracket that cannot be seen is where a page has cut a text.
 *
 * What a message names, and the branches of its plurals, stay as they are.
 */
export const pseudoTexts = (texts: object): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === "string" ? pseudoMessage(text) : pseudoTexts(text),
    ]),
  )

export const pseudoMessage = (message: string): string =>
  `${opening}${printAST(parse(message).map(translatedElement))}${closing}`

const opening = "⟦"
const closing = "⟧"

function translatedElement(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: pseudoText(element.value) }
    case TYPE.plural:
    case TYPE.select: {
      const options = Object.entries(element.options).map(([name, { value, ...option }]) => [
        name,
        { ...option, value: value.map(translatedElement) },
      ])
      return { ...element, options: Object.fromEntries(options) }
    }
    case TYPE.tag:
      return { ...element, children: element.children.map(translatedElement) }
    default:
      return element
  }
}

/** Each vowel twice: they are about two of five letters. */
const pseudoText = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const accented = accents[letter] ?? letter
    return /[aeiou]/i.test(letter) ? accented + accented.toLowerCase() : accented
  })

const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const marked = [..."ÁƁÇĐÉƑĞĤÍĴĶĻḾÑÓṔǪŔŠŢÚṼŴẊÝŽáƀçđéƒğĥíĵķļḿñóṕǫŕšţúṽŵẋýž"]

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...plain].map((letter, index) => [letter, marked[index] ?? letter]),
)
