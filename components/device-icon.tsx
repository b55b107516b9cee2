import { CircleQuestionMark, Laptop, Smartphone, SquareTerminal, Tablet } from "lucide-react"

export type DeviceKind = keyof typeof icons

/** Which sort of device, at a glance. Decoration: the device's name stands beside it. */
export function DeviceIcon({ kind }: { readonly kind: DeviceKind }) {
  const Icon = icons[kind]

  return (
    <span aria-hidden className="device-icon">
      <Icon {...bare} />
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

/** What the stylesheet says once, and each icon would say again. */
const bare = {
  xmlns: undefined,
  width: undefined,
  height: undefined,
  fill: undefined,
  stroke: undefined,
  strokeLinecap: undefined,
  strokeLinejoin: undefined,
  "aria-hidden": undefined,
}
