import { readFileSync } from "node:fs"
import { sourceFiles } from "./source-files"
import { treeProblems } from "./tree-rules"

const problems = sourceFiles().flatMap((file) => treeProblems(file, readFileSync(file, "utf8")))

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
