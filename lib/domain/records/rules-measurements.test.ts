import { describe, expect, it } from "vitest";
import { measuredText } from "./format";
import { seriesOf, type Measurement } from "./rules-measurements";

const on = (day: number, kind: Measurement["kind"], value: number, unit: string): Measurement => ({
  kind,
  value,
  unit,
  encounterId: `visit-${day}`,
  at: `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`,
  timeZone: "Europe/Berlin",
});

describe("a series of measurements", () => {
  it("joins both blood pressures of a visit, the oldest visit first", () => {
    const series = seriesOf([
      on(12, "SYSTOLIC", 132, "mmHg"),
      on(12, "DIASTOLIC", 84, "mmHg"),
      on(3, "DIASTOLIC", 92, "mmHg"),
      on(3, "SYSTOLIC", 148, "mmHg"),
      on(20, "SYSTOLIC", 128, "mmHg"),
    ]);
    expect(series).toMatchObject([{ kinds: ["SYSTOLIC", "DIASTOLIC"], unit: "mmHg", isConverted: false }]);
    expect(series[0]?.points.map(({ values }) => values)).toEqual([
      [148, 92],
      [132, 84],
      [128, null],
    ]);
  });

  it("is in the unit of the latest value", () => {
    const [series] = seriesOf([on(1, "TEMPERATURE", 37, "°C"), on(2, "TEMPERATURE", 101.3, "°F")]);
    expect(series).toMatchObject({ unit: "°F", isConverted: true });
    expect(series?.points.map(({ values }) => values)).toEqual([[98.6], [101.3]]);
  });

  it("stands in the order of the form, and only where something was measured", () => {
    const series = seriesOf([on(1, "PAIN", 3, "of 10"), on(1, "WEIGHT", 70, "kg"), on(1, "PULSE", 72, "per min")]);
    expect(series.map(({ kinds }) => kinds)).toEqual([["PULSE"], ["WEIGHT"], ["PAIN"]]);
    expect(seriesOf([])).toEqual([]);
  });
});

describe("the range of a plot", () => {
  const rangeOf = (kind: Measurement["kind"], unit: string, ...values: number[]) =>
    seriesOf(values.map((value, index) => on(index + 1, kind, value, unit)))[0]?.range;

  it("covers all values, from the lowest", () => {
    expect(rangeOf("WEIGHT", "kg", 70, 120)).toEqual([70, 120]);
  });

  it("never makes a small change look like a large one", () => {
    expect(rangeOf("PULSE", "per min", 72, 73)).toEqual([65.5, 79.5]);
    expect(rangeOf("WEIGHT", "kg", 80)?.map(Math.round)).toEqual([68, 92]);
  });

  it("stays within what is possible", () => {
    expect(rangeOf("OXYGEN", "%", 99, 100)).toEqual([95, 100]);
    expect(rangeOf("WEIGHT", "kg", 3, 4)?.[0]).toBe(0.3);
    expect(rangeOf("PAIN", "of 10", 3, 4)).toEqual([0, 10]);
  });
});

describe("the measurements of a visit", () => {
  it("are written as doctors say them", () => {
    const pressure = { kinds: ["SYSTOLIC", "DIASTOLIC"], unit: "mmHg" } as const;
    expect(measuredText(pressure, [128, 82])).toBe("128/82 mmHg");
    expect(measuredText(pressure, [128, null])).toBe("128/– mmHg");
    expect(measuredText({ kinds: ["TEMPERATURE"], unit: "°C" }, [37.2])).toBe("37.2 °C");
  });
});
