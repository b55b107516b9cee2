import { CircleQuestionMark, Laptop, Smartphone, SquareTerminal, Tablet } from "lucide-react"

export type DeviceKind = keyof typeof icons

/** Which sort of device, at a glance. Decoration: the device's name stands beside it. */
export function DeviceIcon({ kind }: { readonly kind: DeviceKind }) {
  const Icon = icons[kind]

  return (
    <span
      aria-hidden
      className="grid size-9 shrink-0 place-items-center rounded-control border border-line bg-sunken text-ink-soft"
    >
      <Icon className="size-[1.125rem]" strokeWidth={1.75} />
    </span>
  )
}

const icons = {
  desktop: Laptop,
  phone: Smartphone,
  tablet: Tablet,
  script: SquareTerminal,
  unknown: CircleQuestionMark,
}
