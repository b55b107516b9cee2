import { form } from "./form"

/** Words of the page on which administrators create accounts. */
export const invitation = {
  title: "Invite a person",
  description: "Creates an account and emails a link to set a password.",
  name: "Name (optional)",
  nameTooLong: "Use 200 characters or fewer.",
  email: "Email",
  role: "Role",
  submit: "Invite",
  back: "Back to users",
  failures: {
    invalid_email: form.email,
    email_taken: "An account with that email already exists.",
  },
}
