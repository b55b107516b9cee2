export const form = {
  cancel: "Cancel",
  required: "Fill in this field.",
  invalid: "Something in this form is not right yet.",
}
