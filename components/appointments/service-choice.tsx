"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export type BookingService = { id: string; name: string; durationMinutes: number; fee: string | null };

export type ServiceChoiceProps = {
  services: BookingService[];
  serviceId: string | null;
  onChoose: (id: string | null) => void;
};

const GENERAL = "general";

/** What the visit is for; it determines the length. Hidden where there is no choice. */
export function ServiceChoice({ services, serviceId, onChoose }: ServiceChoiceProps) {
  if (services.length === 0) return null;
  const options = services.map((service) => ({
    value: service.id,
    label: [service.name, `${service.durationMinutes} min`, service.fee].filter(Boolean).join(" · "),
  }));
  return (
    <Field label="Reason" className="mb-5">
      <Select
        value={serviceId ?? GENERAL}
        onValueChange={(value) => onChoose(value === GENERAL ? null : value)}
        options={[{ value: GENERAL, label: "General consultation" }, ...options]}
      />
    </Field>
  );
}
