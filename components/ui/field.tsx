"use client"

import clsx from "clsx"
import type { ComponentProps, ReactNode } from "react"
import type { SecretField } from "@/lib/forms/typed"
import { useField } from "./form-fields"

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with it, if its form does not say it. */
  readonly error?: string | undefined
}

interface TextFieldProps extends FieldProps, Omit<ComponentProps<"input">, "type"> {
  /** A secret has its own field. */
  readonly type?: "text" | "email" | "search"
}

/** A labelled input with its hint and its error tied to it. */
export function TextField({ defaultValue, ...field }: TextFieldProps) {
  const { typed } = useField(field.name)
  return <InputField defaultValue={typed?.[0] ?? defaultValue} {...field} />
}

interface PasswordFieldProps extends FieldProps, Omit<ComponentProps<"input">, "type" | "name"> {
  readonly name: SecretField
}

/** A secret: what was typed into it never comes back from the server. */
export function PasswordField(field: PasswordFieldProps) {
  return <InputField type="password" required {...field} />
}

function InputField({
  label,
  hint,
  error: given,
  className,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const { id, error } = useField(rest.name, given)

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <input id={id} className={controlClass} {...described(id, hint, error)} {...rest} />
    </Labelled>
  )
}

/** A native select, since it is the one that every phone and screen reader knows. Its children are options. */
export function SelectField({
  label,
  hint,
  error: given,
  className,
  defaultValue,
  ...rest
}: FieldProps & ComponentProps<"select">) {
  const { id, error, typed } = useField(rest.name, given)

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
  error: given,
  className,
  defaultChecked,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const { id, error, typed } = useField(rest.name, given)

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

function Labelled({
  id,
  label,
  hint,
  error,
  className,
  children,
}: FieldProps & ComponentProps<"div">) {
  return (
    <div className={clsx("space-y-1.5", className)}>
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      {children}
      <Remarks id={id ?? ""} hint={hint} error={error} />
    </div>
  )
}

function Remarks({ id, hint, error }: Omit<FieldProps, "label"> & { readonly id: string }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-[0.8125rem] text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-faint text-pretty">
          {hint}
        </p>
      )}
    </>
  )
}

/** A field at fault has the focus when its page loads again, if there is no JavaScript to bring it there. */
function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ")
  const fault = error ? { "aria-invalid": true, autoFocus: true } : {}
  return { ...fault, "aria-describedby": ids || undefined }
}

const controlClass =
  "block w-full min-h-9 rounded-control border border-line-strong bg-surface px-3 py-1.5 text-sm text-ink shadow-control transition-colors placeholder:text-ink-faint aria-invalid:border-danger focus-visible:border-focus focus-visible:outline-offset-0 pointer-coarse:min-h-11 pointer-coarse:text-base"
