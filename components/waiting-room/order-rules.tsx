import { ORDER_RULES } from "@/lib/domain/waiting-room/format";

/** In which order people are called, for those who want to know. */
export function OrderRules() {
  return (
    <details className="text-sm">
      <summary className="touch-target w-fit cursor-pointer font-semibold text-accent">How the order works</summary>
      <ol className="mt-2 grid max-w-prose list-decimal gap-1 pl-5">
        {ORDER_RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </details>
  );
}
