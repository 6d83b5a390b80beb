import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as actions from "@/tests/support/schedules/fake-actions";
import { emptyHours } from "./hours-draft";
import { HoursPlaces, type HoursPlace } from "./hours-places";

vi.mock("@/lib/domain/schedules/actions", () => import("@/tests/support/schedules/fake-actions"));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined, push: () => undefined }),
  unstable_rethrow: () => undefined,
}));
const place = (id: string, name: string, over: Partial<HoursPlace> = {}): HoursPlace => ({
  id,
  name,
  hours: null,
  timeZone: "UTC",
  today: "2030-01-01",
  isClosed: false,
  ...over,
});
const kept = {
  ...emptyHours(null, "UTC"),
  id: "s",
  version: 1,
  rules: [{ weekday: 1 as const, start: "09:00", end: "12:00" }],
};

beforeEach(() => {
  actions.countSlotsAction.mockResolvedValue({ ok: true, data: [] });
});

describe("the places in a doctor's hours", () => {
  it("start with choosing one", async () => {
    render(<HoursPlaces places={[place("h", "Lindenhof"), place("", "Own practice")]} />);
    await userEvent.click(screen.getByRole("button", { name: "Lindenhof" }));
    expect(screen.getByRole("tab", { name: "Lindenhof" })).toHaveAttribute("aria-selected", "true");
    await userEvent.click(screen.getByText("hours on Monday", { exact: false }));
    expect(screen.getByLabelText("Monday, from")).toHaveValue("09:00");
  });

  it("keep what is typed in one while another is open, and show where something is unsaved", async () => {
    render(
      <HoursPlaces
        places={[
          place("", "Own practice", { hours: kept }),
          place("h", "Lindenhof", { hours: { ...kept, id: "t", hospitalId: "h" } }),
        ]}
      />,
    );
    const [field] = screen.getAllByLabelText("Monday, to");
    if (!field) throw new Error("no field");
    await userEvent.clear(field);
    await userEvent.type(field, "11:00");
    expect(screen.getByRole("tab", { name: "Own practice, not saved yet" })).toBeInTheDocument();
    await userEvent.click(screen.getByRole("tab", { name: "Lindenhof" }));
    await userEvent.click(screen.getByRole("tab", { name: "Own practice, not saved yet" }));
    expect(screen.getAllByLabelText("Monday, to")[0]).toHaveValue("11:00");
  });

  it("say that a hospital no longer lists the doctor", () => {
    render(<HoursPlaces places={[place("h", "Lindenhof", { hours: { ...kept, hospitalId: "h" }, isClosed: true })]} />);
    expect(screen.getByText("Lindenhof doesn't list you at the moment")).toBeInTheDocument();
  });
});
