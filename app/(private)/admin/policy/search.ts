import { z } from "zod"
import { oneOf, searchText } from "@/app/(private)/admin/search-params"
import { happenings } from "./what-if"

export const policyPath = "/admin/policy"

/** What would end for this person, if this happened. */
const Search = z.object({ person: searchText, event: oneOf(happenings) })

export type WhatIfSearch = z.infer<typeof Search>

export const parseSearch = (params: object): WhatIfSearch => Search.parse(params)
