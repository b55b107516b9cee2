/** What is wrong with what a person has typed. */
export const form = {
  email: "Enter an email address, like you@example.com.",
  emailLocalPart:
    "We can't send email to that address: the part before the @ may only have plain letters, numbers and symbols.",
  required: "Fill in this field.",
  invalid: "Please fix the highlighted fields.",
} as const

/** Of the fields of every form, and of what a form says of them. */
export const fields = {
  required: form.required,
  several: "Please fix {fields, number} fields:",
  faultOf: "{field}: {message}",
  showPassword: "Show password",
} as const

export const toasts = {
  messages: "Messages",
  dismiss: "Dismiss",
} as const

export const copyButton = {
  copy: "Copy",
  copied: "Copied",
  notCopied: "Your browser blocked copying. Select the text and copy it.",
} as const
