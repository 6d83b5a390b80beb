import { useId, type ReactNode } from "react";
import { cn } from "./cn";

export type SectionProps = {
  /** The anchor of links to this part. */
  id?: string;
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ id: anchor, title, text, actions, className, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className={cn("mt-8 scroll-mt-20 first:mt-0", className)}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {text ? <p className="text-sm text-quiet">{text}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
