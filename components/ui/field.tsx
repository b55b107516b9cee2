import clsx from "clsx"
import { type ComponentProps, type ReactNode, useId } from "react"

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

/** A labelled input with its hint and its error tied to it. */
export function TextField({
  label,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const id = useId()

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
  error,
  className,
  ...rest
}: FieldProps & ComponentProps<"select">) {
  const id = useId()

  return (
    <Labelled id={id} label={label} hint={hint} error={error} className={className}>
      <select
        id={id}
        className={clsx(controlClass, "pe-8")}
        {...described(id, hint, error)}
        {...rest}
      />
    </Labelled>
  )
}

export function CheckboxField({
  label,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentProps<"input">) {
  const id = useId()

  return (
    <div className={clsx("flex items-start gap-2.5 text-sm", className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:size-5"
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
