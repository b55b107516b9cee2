/** Prisma's own schema engine, as WebAssembly: the native one would have to be downloaded. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils"
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg"

export type SchemaEngine = bindings.SchemaEngine
export type DiffTarget = bindings.DiffTarget

export function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  if (!isLoaded) load()
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bound)
}

/** Loading it a second time would pull the first one from under the engines that are open. */
let isLoaded = false

function load() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"))
  const module = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")))
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings })
  bindings.__wbg_set_wasm(exports)
  ;(exports.__wbindgen_start as () => void)()
  isLoaded = true
}
