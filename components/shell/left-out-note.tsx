import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import type { ReadFilters } from "@/lib/platform/input/filters";
import { wordsOf } from "./left-out";

type Props = { read: Pick<ReadFilters<unknown>, "leftOut" | "rest">; className?: string };

/**
 * Above a list: which filters of its address were not understood, so that no one mistakes the list for a filtered one.
 */
export function LeftOutNote({ read: { leftOut, rest }, className }: Props) {
  if (leftOut.length === 0) return null;
  const isOne = leftOut.length === 1;
  return (
    <FormMessage
      tone="accent"
      title={isOne ? "This list ignores one filter" : `This list ignores ${leftOut.length} filters`}
      className={className ?? "mb-5"}
    >
      <ul>
        {leftOut.map(wordsOf).map(({ label, typed, fault }) => (
          <li key={`${label} ${typed}`} className="wrap-anywhere">
            <strong className="font-semibold">{label}:</strong> {fault.includes(typed) ? fault : `“${typed}”. ${fault}`}
          </li>
        ))}
      </ul>
      <Link href={`?${rest}`} className="touch-target font-medium text-accent underline">
        Remove {isOne ? "it" : "them"}
      </Link>
    </FormMessage>
  );
}
