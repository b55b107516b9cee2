import { authentication } from "@/authentication"
import { purposesWithin, type Reach } from "@/lib/users/admin/reach"

export const purposesOf = (reach: Reach) =>
  purposesWithin(reach, authentication.logOutEverywhere.purposes)
