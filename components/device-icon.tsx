import { CircleQuestionMark, Laptop, Smartphone, SquareTerminal, Tablet } from "lucide"
import { Icon } from "@/components/ui/icon"

export type DeviceKind = keyof typeof icons

/** Which sort of device, at a glance. Decoration: the device's name stands beside it. */
export function DeviceIcon({ kind }: { readonly kind: DeviceKind }) {
  return (
    <span aria-hidden className="device-icon">
      <Icon of={icons[kind]} />
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
