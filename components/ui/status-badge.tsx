import { Circle, CircleAlert, CircleCheck, CircleDot, Clock, type LucideIcon } from "lucide-react";
import { cn } from "./cn";
import { Badge } from "./badge";
import type { Tone } from "./tone";

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Circle,
  good: CircleCheck,
  wait: Clock,
  stop: CircleAlert,
  accent: CircleDot,
};

export type StatusBadgeProps = {
  tone: Tone;
  label: string;
  /** Used instead in compact lists with little room. */ short?: string;
  icon?: LucideIcon;
  className?: string;
};

/** A status: icon and word together, so that it can be read without seeing colours. */
export function StatusBadge({ tone, label, short, icon, className }: StatusBadgeProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <Badge tone={tone} {...(className ? { className } : {})}>
      <Icon aria-hidden />
      <span className={cn("truncate print:whitespace-normal", short && "compact:@max-5xl:sr-only")}>{label}</span>
      {short ? (
        <span aria-hidden className="hidden compact:@max-5xl:inline">
          {short}
        </span>
      ) : null}
    </Badge>
  );
}
