"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import type { ServiceInPerson } from "@/lib/domain/services/queries";
import { formatMoney } from "@/lib/platform/money/amount";
import { routes } from "@/lib/site/routes";

type Props = { services: ServiceInPerson[]; value: string | undefined; onChange: () => void };

/** What a walk-in comes for. The page reloads the times for it; what was typed stays. */
export function WalkInServiceField({ services, value, onChange }: Props) {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  if (services.length === 0) return null;
  const chosen = services.find(({ id }) => id === value);
  const choose = (id: string) => {
    onChange();
    startReading(() => router.replace(routes.hospital.walkIn({ service: id }), { scroll: false }));
  };
  return (
    <Field label="Service" optional hint={chosen ? termsOf(chosen) : "Sets the length and the fee."}>
      <NativeSelect
        empty="Usual length"
        value={value ?? ""}
        aria-busy={isReading}
        onChange={(event) => choose(event.target.value)}
        options={services.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Field>
  );
}

/** "20 or 30 min, €60.00 to €80.00" */
function termsOf({ minutes, fees }: ServiceInPerson): string {
  const lengths = [...new Set(minutes)].sort((a, b) => a - b);
  const amounts = [...new Set(fees.map(formatMoney))];
  return [`${lengths.join(" or ")} min`, amounts.length > 0 ? amounts.join(" or ") : null].filter(Boolean).join(", ");
}
