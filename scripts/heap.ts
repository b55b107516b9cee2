/** Prints the flag that bounds the heap of the process that serves, for bin/start. */
import { totalmem } from "node:os"
import { heapFlag } from "@/scripts/launch/heap-flag"

process.stdout.write(heapFlag(process.constrainedMemory(), totalmem(), process.env.NODE_OPTIONS))
