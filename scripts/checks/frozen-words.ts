import { ts } from "@ts-morph/common"

/**
 * Where a module asks for words as it is loaded: one sentence for each place. It is loaded once, and what it
 * keeps is in the language of whichever request came first, or of none.
 */
export function frozenWords(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) return
    if (ts.isCallExpression(node) && asking.has(node.expression.getText())) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1} asks for words once for all requests: do it in a function.`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const asking = new Set(["words", "group", "currentLanguage", "countsOf", "whatEnded", "duration"])
