"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";
import { routes } from "@/lib/site/routes";

const ALL = "all";

type Props = { wards: { id: string; name: string }[]; wardId: string | null; period: string };

/** Beds and stays of one ward, or of all; the choice is in the address. */
export function WardChoice({ wards, wardId, period }: Props) {
  const router = useRouter();
  const [isMoving, startMoving] = useTransition();
  const choose = (ward: string) => {
    const href = routes.hospital.numbers({ period, ward: ward === ALL ? undefined : ward });
    startMoving(() => router.push(href, { scroll: false }));
  };
  return (
    <div aria-busy={isMoving} className="w-full sm:w-64" data-print="hide">
      <Select
        aria-label="Ward"
        value={wardId ?? ALL}
        onValueChange={choose}
        options={[{ value: ALL, label: "All wards" }, ...wards.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </div>
  );
}
