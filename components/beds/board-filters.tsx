"use client";
import { NativeSelect } from "@/components/ui/native-select";
import { cn } from "@/components/ui/cn";
import { BED_CONDITION_LABELS, WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { BED_CONDITIONS, WARD_KINDS, type BedCondition } from "@/lib/domain/beds/status";
import { countBeds, filterWards, type BoardFilter } from "./board-rules";
import type { BoardWard } from "./board-view";
import { CONDITION_ICONS } from "./condition-mark";

export type BoardFiltersProps = {
  wards: BoardWard[];
  filter: BoardFilter;
  onChange: (changes: Partial<BoardFilter>) => void;
};

/** Ward, kind and condition; each condition shows its count. */
export function BoardFilters({ wards, filter, onChange }: BoardFiltersProps) {
  const shown = filterWards(wards, { ...filter, condition: null }).flatMap(({ beds }) => beds);
  const counts = countBeds(shown);
  return (
    <div role="search" aria-label="Beds" className="mb-6 grid gap-3">
      <div
        role="group"
        aria-label="Condition"
        className="-m-1 flex max-w-full gap-1.5 overflow-x-auto p-1 sm:flex-wrap"
      >
        <Chip
          label="All"
          count={shown.length}
          isOn={filter.condition === null}
          onPress={() => onChange({ condition: null })}
        />
        {BED_CONDITIONS.map((condition) => (
          <Chip
            key={condition}
            condition={condition}
            label={BED_CONDITION_LABELS[condition]}
            count={counts[condition]}
            isOn={filter.condition === condition}
            onPress={() => onChange({ condition: filter.condition === condition ? null : condition })}
          />
        ))}
      </div>
      {wards.length > 1 ? <WardFilters wards={wards} filter={filter} onChange={onChange} /> : null}
    </div>
  );
}

function WardFilters({ wards, filter, onChange }: BoardFiltersProps) {
  const kinds = WARD_KINDS.filter((kind) => wards.some((ward) => ward.kind === kind));
  const ofKind = wards.filter((ward) => !filter.kind || ward.kind === filter.kind);
  return (
    <div className="grid grid-cols-2 gap-3 sm:max-w-lg">
      <NativeSelect
        aria-label="Ward"
        empty="All wards"
        value={filter.ward ?? ""}
        options={ofKind.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange({ ward: event.target.value || null })}
      />
      <NativeSelect
        aria-label="Kind of ward"
        empty="All kinds"
        value={filter.kind ?? ""}
        options={kinds.map((kind) => ({ value: kind, label: WARD_KIND_LABELS[kind] }))}
        onChange={(event) => onChange({ kind: kinds.find((kind) => kind === event.target.value) ?? null, ward: null })}
      />
    </div>
  );
}

type ChipProps = { condition?: BedCondition; label: string; count: number; isOn: boolean; onPress: () => void };

function Chip({ condition, label, count, isOn, onPress }: ChipProps) {
  const Icon = condition && CONDITION_ICONS[condition];
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={cn(
        "inline-flex h-9 shrink-0 items-center gap-2 rounded-full border px-3 text-sm font-medium pointer-coarse:h-11",
        isOn
          ? "border-accent bg-accent-soft font-semibold text-accent"
          : "border-line bg-surface text-ink hover:border-line-strong",
      )}
    >
      {Icon ? <Icon aria-hidden className="size-4" /> : null}
      {label}
      <span className={cn("tabular", isOn ? "text-accent" : "text-quiet")}>{count}</span>
    </button>
  );
}
