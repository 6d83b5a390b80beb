import { CircleAlert, CircleCheck, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  stop: { look: "bg-stop-soft text-stop", icon: CircleAlert },
  good: { look: "bg-good-soft text-good", icon: CircleCheck },
  wait: { look: "bg-wait-soft text-wait", icon: Clock },
  accent: { look: "bg-accent-soft text-accent", icon: Info },
} as const;

export type FormMessageProps = {
  tone?: keyof typeof TONES;
  /** What happened, in a few words. */
  title: ReactNode;
  /** What to do now. */
  children?: ReactNode;
  className?: string;
};

/** The result of a whole form (or a notice on a page). Failures are announced at once, the rest politely. */
export function FormMessage({ tone = "stop", title, children, className }: FormMessageProps) {
  const { look, icon: Icon } = TONES[tone];
  return (
    <div
      role={tone === "stop" ? "alert" : "status"}
      className={cn("flex gap-3 rounded-md p-3 text-sm", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-[1.125rem] shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-0.5 text-ink">{children}</div> : null}
      </div>
    </div>
  );
}
