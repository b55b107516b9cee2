import { readFileSync } from "node:fs"
import { sourceFiles } from "@/scripts/checks/source-files"
import { folderProblems, treeProblems } from "@/scripts/checks/tree-rules"

const files = sourceFiles()
const problems = [
  ...folderProblems(files),
  ...files.flatMap((file) => treeProblems(file, readFileSync(file, "utf8"))),
]

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
