import { users } from "./admin"
import { form } from "./form"

/** Of the page on which administrators create accounts. */
export const invitation = {
  title: "Invite a person",
  description: "Creates an account and emails a link to set a password.",
  nameTooLong: "Use 200 characters or fewer.",
  back: "Back to users",
  failures: {
    invalid_email: form.email,
    email_taken: "An account with that email already exists.",
  },
} as const

export const invitationForm = {
  name: "Name (optional)",
  email: "Email",
  role: "Role",
  roles: users.roles,
  submit: "Invite",
} as const
