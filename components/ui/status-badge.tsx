import { Circle, CircleAlert, CircleCheck, CircleDot, Clock, type LucideIcon } from "lucide-react";
import { Badge } from "./badge";
import type { Tone } from "./tone";

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Circle,
  good: CircleCheck,
  wait: Clock,
  stop: CircleAlert,
  accent: CircleDot,
};

export type StatusBadgeProps = { tone: Tone; label: string; icon?: LucideIcon; className?: string };

/** A state: icon and word together, so that it can be read without seeing colours. */
export function StatusBadge({ tone, label, icon, className }: StatusBadgeProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <Badge tone={tone} {...(className ? { className } : {})}>
      <Icon aria-hidden />
      <span className="truncate print:whitespace-normal">{label}</span>
    </Badge>
  );
}
