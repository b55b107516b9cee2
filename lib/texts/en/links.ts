/** Of the form that asks for an email address, to mail something there. */
export const mailMe = {
  email: "Email",
  submit: "Email me a link",
} as const
