export type Role = (typeof roles)[number]

export const roles = ["user", "admin"] as const
