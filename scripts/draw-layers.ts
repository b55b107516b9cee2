import { readFileSync, writeFileSync } from "node:fs"
import { drawLayers, importedLayers, withDrawing } from "@/scripts/checks/layers"

const document = readFileSync("ARCHITECTURE.md", "utf8")
writeFileSync("ARCHITECTURE.md", withDrawing(document, drawLayers(importedLayers())))
