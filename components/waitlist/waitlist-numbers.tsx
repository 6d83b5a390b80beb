import { StatGrid, StatTile } from "@/components/ui/stat-tile";
import type { WaitlistNumbers as Numbers } from "@/lib/domain/waitlist/schema";

/** What became of the times that were offered. */
export function WaitlistNumbers({ numbers, days }: { numbers: Numbers; days: number }) {
  const { offers, open, accepted, declined, lapsed, withdrawn, replaced, daysGained } = numbers;
  const share = offers === 0 ? "No offers yet" : `${Math.round((accepted / offers) * 100)} % of the offers`;
  const perVisit = replaced === 0 ? null : Math.round((daysGained / replaced) * 10) / 10;
  return (
    <StatGrid>
      <StatTile label="Times offered" value={offers} note={`in the last ${days} days, ${open} open now`} />
      <StatTile label="Accepted" value={accepted} note={share} />
      <StatTile label="Lapsed" value={lapsed} note={`${declined} declined, ${withdrawn} withdrawn`} />
      <StatTile
        label="Days gained"
        value={daysGained}
        note={perVisit === null ? "No appointment replaced yet" : `${perVisit} for each appointment on average`}
      />
    </StatGrid>
  );
}
