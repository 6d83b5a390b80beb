import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { mergePatientsAction, tellApartAction } from "@/lib/domain/merges/actions";
import { Comparison } from "./comparison";
import type { ComparisonView } from "./comparison-view";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, refresh: vi.fn() }) }));
vi.mock("@/lib/domain/merges/actions", () => ({
  mergePatientsAction: vi.fn(async () => ({ ok: true, data: { id: "merge" } })),
  tellApartAction: vi.fn(async () => ({ ok: true, data: {} })),
  undoMergeAction: vi.fn(),
  suggestAgainAction: vi.fn(),
}));

const counts = { appointments: 2, upcoming: 1, stays: 0, ambulances: 0, lastVisitOn: "2026-10-01" };
const stamps = { createdAt: "2026-01-02T09:00:00.000Z", bornOn: "1984-03-05" };
const pair: ComparisonView = {
  id: "pair",
  isSetAside: false,
  timeZone: "UTC",
  overlaps: [],
  survivorId: "a",
  records: [
    { id: "a", name: "Mina Castellan", phone: null, holder: "OWN", ...counts, ...stamps },
    { id: "b", name: "Mina Castelan", phone: "+4930555", holder: "NONE", ...counts, ...stamps },
  ],
  ways: [
    { survivorId: "a", obstacle: null, takeable: ["phone"], suggested: ["phone"] },
    { survivorId: "b", obstacle: "account", takeable: [], suggested: [] },
  ],
};

it("merges with the values chosen, after a question that names the consequence", async () => {
  const user = userEvent.setup();
  render(<Comparison pair={pair} />);
  expect(screen.getByRole("row", { name: /^Name/ })).toHaveTextContent("Differs");
  await user.click(within(screen.getByRole("radiogroup", { name: "Phone" })).getByRole("radio", { name: "None" }));
  await user.click(screen.getByRole("button", { name: "Merge records" }));
  const question = screen.getByRole("alertdialog", { name: "Merge these two records?" });
  expect(question).toHaveTextContent("Everyone who acts for that record will be able to read all of it");
  expect(mergePatientsAction).not.toHaveBeenCalled();
  await user.click(within(question).getByRole("button", { name: "Merge records" }));
  expect(mergePatientsAction).toHaveBeenCalledWith({ duplicateId: "pair", survivorId: "a", take: [] });
  expect(push).toHaveBeenCalledWith("/hospital/duplicates");
});

it("says what stands against keeping the other record, and offers no merge", async () => {
  const user = userEvent.setup();
  render(<Comparison pair={pair} />);
  await user.click(screen.getByRole("radio", { name: /Second record/ }));
  expect(screen.getByRole("status")).toHaveTextContent("belongs to someone's account");
  expect(screen.getByRole("button", { name: "Merge records" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Different people" }));
  expect(tellApartAction).toHaveBeenCalledWith({ id: "pair" });
});
