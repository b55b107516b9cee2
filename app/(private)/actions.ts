"use server"

import { act, nothing } from "@/app/act"

/** Touches the session, as every act of a person does. */
export const stayLoggedInAction = act(
  { gate: "viewer", proof: false, input: nothing },
  async () => null,
)
