/** What surrounds an act: asking once more, proving who one is, and how it went. */
export const act = {
  cancel: "Cancel",
  confirm: "Confirm",
  proofTitle: "First confirm that it is you",
  proofPassword: "Password",
  proofProvider: (provider: string) => `Confirm with ${provider}`,
  proofProviderHint: "You come back here afterwards. Then choose the same thing once more.",
  invalid: "Something in this form is not right yet.",
  required: "Fill in this field.",
}
