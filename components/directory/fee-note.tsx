import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/platform/money/amount";
import { decimalsOf } from "@/lib/platform/money/currencies";

type Props = {
  maxFee: number;
  currency: string;
  /** The other currencies of doctors that match the other filters. */
  others: string[];
  /** The list without the fee. */
  withoutHref: Route;
};

/** What a fee filter hides besides higher fees: amounts in other currencies can't be compared, so this says so. */
export function FeeNote({ maxFee, currency, others, withoutHref }: Props) {
  const most = formatMoney({ amountMinor: Math.floor(maxFee * 10 ** decimalsOf(currency) + 1e-6), currency });
  const named = others.length > 4 ? [...others.slice(0, 4), "others"] : others;
  const elsewhere =
    named.length > 0
      ? ` Doctors who charge in ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(named)}, or who don’t state a fee, are left out.`
      : " Doctors who don’t state a fee are left out.";
  return (
    <p className="mt-4 text-sm text-quiet">
      Up to {most} a visit.{elsewhere}{" "}
      <Link href={withoutHref} className="font-semibold text-accent hover:underline">
        Show every fee
      </Link>
    </p>
  );
}
