/** What happens after a request, in order. Lists nothing the system does not do. */
export function WhatHappens({ escalationMinutes }: { escalationMinutes: number }) {
  const steps = [
    "The nearest hospital with a free ambulance sees it at once. It decides whether to send one. This is not the emergency service.",
    `If no ambulance has been sent after ${escalationMinutes} minutes, the next nearest hospital is asked as well.`,
    "You'll then see whether an ambulance is on its way, and the crew's phone number. If none can come, we'll tell you.",
  ];
  return (
    <ol className="grid gap-3">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3 text-sm">
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent tabular"
          >
            {index + 1}
          </span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
