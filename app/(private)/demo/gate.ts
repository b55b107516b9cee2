import { notFound } from "next/navigation"
import { type Demo, demo } from "@/lib/demo"

/** The gate of all that only the demo has. It asks for no log-in: everyone knows the passwords of its people. */
export const requireDemo = (): Demo => demo() ?? notFound()
