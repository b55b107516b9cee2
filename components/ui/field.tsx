"use client"

import clsx from "clsx"
import type { ComponentProps } from "react"
import { controlClass, described, type FieldProps, Labelled, Remarks } from "./field-parts"
import { useField } from "./form-fields"

interface TextFieldProps extends FieldProps, Omit<ComponentProps<"input">, "type"> {
  /** A secret has its own field. */
  readonly type?: "text" | "email" | "search" | "datetime-local"
}

/** A labelled input with its hint and its error tied to it. */
export function TextField({ label, hint, className, defaultValue, ...rest }: TextFieldProps) {
  const { id, error, typed } = useField(rest.name)

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <input
        id={id}
        className={controlClass}
        defaultValue={typed?.[0] ?? defaultValue}
        {...(rest.type === "email" && asTyped)}
        {...rest}
        {...described(id, hint, error, rest["aria-describedby"])}
      />
    </Labelled>
  )
}

/** No keyboard corrects an address. */
const asTyped = {
  inputMode: "email",
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
} as const

/** A native select, since it is the one that every phone and screen reader knows. Its children are options. */
export function SelectField({
  label,
  hint,
  className,
  defaultValue,
  ...rest
}: FieldProps & ComponentProps<"select">) {
  const { id, error, typed } = useField(rest.name)

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <select
        id={id}
        className={clsx(controlClass, "pe-8")}
        defaultValue={typed?.[0] ?? defaultValue}
        {...described(id, hint, error)}
        {...rest}
      />
    </Labelled>
  )
}

export function CheckboxField({
  label,
  hint,
  className,
  defaultChecked,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const { id, error, typed } = useField(rest.name)

  return (
    <div className={clsx("flex items-start gap-2.5 text-sm", className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
        // A box that is not ticked is not sent.
        defaultChecked={typed ? typed.length > 0 : defaultChecked}
        {...described(id, hint, error)}
        {...rest}
      />
      <div className="space-y-0.5">
        <label htmlFor={id}>{label}</label>
        <Remarks id={id} hint={hint} error={error} />
      </div>
    </div>
  )
}
