import type { ReactNode } from "react";

export type Step = { icon: ReactNode; title: string; text: string };

/** A few steps, in order. */
export function HowItWorks({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="mt-6 grid gap-8 sm:grid-cols-3">
      {steps.map((step, index) => (
        <li key={step.title}>
          <span className="flex size-10 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5">
            {step.icon}
          </span>
          <h3 className="mt-4 text-base">
            <span className="text-quiet tabular">{index + 1}. </span>
            {step.title}
          </h3>
          <p className="mt-1 text-sm text-quiet">{step.text}</p>
        </li>
      ))}
    </ol>
  );
}
