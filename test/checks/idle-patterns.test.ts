import { readFileSync } from "node:fs"
import { ts } from "@ts-morph/common"
import { expect, test } from "vitest"
import { sourceFiles } from "@/scripts/checks/source-files"

/** Vitest compares the fields that are asked for, and a pattern has none: null would match it. */
test("no pattern is compared by toMatchObject, which holds whatever it is given", () => {
  const files = sourceFiles().filter((file) => /\.tsx?$/.test(file))
  const asking = files.filter((file) => readFileSync(file, "utf8").includes(".toMatchObject("))
  expect(asking.length).toBeGreaterThan(30)
  expect(asking.flatMap(patternsIn)).toEqual([])
})

function patternsIn(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node, isCompared: boolean) => {
    const isCall = ts.isCallExpression(node)
    if (isCompared && ts.isRegularExpressionLiteral(node)) found.push(`${file}: ${node.text}`)
    // A pattern that is given to a function is not compared as it is: `expect.stringMatching(/^550/)`.
    const isAsking = isCall && /\.toMatchObject$/.test(node.expression.getText())
    ts.forEachChild(node, (child) =>
      visit(child, isAsking ? child !== node.expression : isCompared && !isCall),
    )
  }
  visit(tree, false)
  return found
}
