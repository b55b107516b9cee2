import type { FieldErrors } from "@/lib/forms/form-state"

/**
 * What a form lacks that is sure to be refused: required fields without a value, and words that are not the ones
 * to be typed out. Null if it lacks nothing. Everything else the server says, in one wording for every browser.
 */
export function faultsOf(form: HTMLFormElement, required: string): FieldErrors | null {
  const faults = new Map<string, string>()
  for (const control of controlsOf(form)) {
    const { valueMissing, customError } = control.validity
    if (valueMissing) faults.set(control.name, required)
    else if (customError) faults.set(control.name, control.validationMessage)
  }
  return faults.size > 0 ? Object.fromEntries(faults) : null
}

/** Goes to the first field that says what is wrong with it. */
export function focusFirstFault(form: HTMLFormElement): void {
  controlsOf(form)
    .find((control) => control.getAttribute("aria-invalid") === "true")
    ?.focus()
}

const controlsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  )
