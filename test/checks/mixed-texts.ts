import { ts } from "@ts-morph/common"

/**
 * Where a page would break, or go on saying what is past, once a browser has translated it: one sentence
 * for each place.
 *
 * A translation moves each text into a new element, behind React's back. React then fails to put
 * anything before that text, and writes its changes where nobody sees them. So whatever changes, and
 * whatever has something that comes and goes beside it, is the only child of its element.
 */
export function mixedTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      for (const text of mixedIn(node)) {
        const { line } = tree.getLineAndCharacterOfPosition(text.getStart())
        const words = text.getText().trim().replace(/\s+/g, " ").slice(0, 40)
        found.push(`${file}:${line + 1} mixes ${words} with others: give it an element of its own.`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

type Parent = ts.JsxElement | ts.JsxFragment

function mixedIn(parent: Parent): readonly ts.Node[] {
  const children = parent.children.filter((child) => !isBlank(child))
  if (children.length < 2) return []
  const comesAndGoes = children.some((child) => isElements(child))
  const texts = children.filter((child) => isText(child, parent))
  return texts.filter((text) => comesAndGoes || !isFixed(text))
}

/** Blanks between elements are not translated. */
const isBlank = (child: ts.JsxChild) =>
  (ts.isJsxText(child) && child.text.trim() === "") ||
  (ts.isJsxExpression(child) &&
    (!child.expression ||
      (ts.isStringLiteralLike(child.expression) && child.expression.text.trim() === "")))

/** An expression that makes elements, or none: a condition, or a list. */
function isElements(child: ts.JsxChild): boolean {
  return ts.isJsxExpression(child) && child.expression !== undefined && makesJsx(child.expression)
}

function makesJsx(node: ts.Node): boolean {
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node))
    return true
  return ts.forEachChild(node, (inner) => makesJsx(inner) || undefined) ?? false
}

/** What a component is given as `children` is a text in the middle of a line, and elements elsewhere. */
function isText(child: ts.JsxChild, parent: Parent): boolean {
  if (ts.isJsxText(child)) return true
  if (!ts.isJsxExpression(child) || !child.expression) return false
  const { expression } = child
  if (ts.isConditionalExpression(expression)) {
    return [expression.whenTrue, expression.whenFalse].some(
      (branch) => !makesJsx(branch) && !isNone(branch),
    )
  }
  return !isElements(child) && (!isSlot(expression) || isInLine(parent))
}

const isNone = (branch: ts.Expression) => /^(?:null|undefined|false)$/.test(branch.getText())

const isSlot = (expression: ts.Expression) =>
  ts.isIdentifier(expression) && ["children", "aside", "above", "below"].includes(expression.text)

const isInLine = (parent: Parent) =>
  ts.isJsxElement(parent) &&
  /^(?:a|b|button|Button|code|dt|h\d|label|li|p|span|TextLink|ButtonLink)$/.test(
    parent.openingElement.tagName.getText(),
  )

/** Words of the catalogue, which are the same for as long as the page is there. */
function isFixed(text: ts.Node): boolean {
  if (ts.isJsxText(text)) return true
  if (!ts.isJsxExpression(text) || !text.expression) return false
  return /^t\w*\("[\w.]+"\)$/.test(text.expression.getText())
}
