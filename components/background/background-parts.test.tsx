import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Allergy, Background } from "@/lib/domain/background/schema";
import { BackgroundParts } from "./background-parts";

const actions = vi.hoisted(() => ({
  addAllergyAction: vi.fn(),
  changeAllergyAction: vi.fn(),
  stateNoAllergiesAction: vi.fn(),
  addConditionAction: vi.fn(),
  changeConditionAction: vi.fn(),
}));
vi.mock("@/lib/domain/background/actions", () => actions);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const by = { as: "PATIENT", name: "Ada Vale", isYou: true } as const;
const stamp = { patientId: "p", version: 3, recordedBy: by, recordedAt: "2026-01-05T10:00:00Z" };
const changed = { changedBy: by, changedAt: "2026-01-05T10:00:00Z" };
const PENICILLIN: Allergy = {
  ...stamp,
  ...changed,
  id: "a",
  substance: "Penicillin",
  category: "MEDICATION",
  criticality: "HIGH",
  reaction: "Rash",
  status: "ACTIVE",
  earlier: [],
};
const EMPTY: Background = {
  patientId: "p",
  allergies: { answer: "NOT_RECORDED", noneKnown: null, items: [] },
  conditions: [],
  mayKeep: true,
};
const show = (background: Partial<Background>) =>
  render(<BackgroundParts background={{ ...EMPTY, ...background }} level={2} />);
const allergies = () => screen.getByRole("region", { name: "Allergies" });

beforeEach(() => {
  for (const action of Object.values(actions)) action.mockReset().mockResolvedValue({ ok: true, data: {} });
});

describe("allergies and conditions", () => {
  it("tell “not recorded” from “no known allergies”, which is stated by one tap", async () => {
    const { unmount } = show({});
    expect(allergies()).toHaveTextContent("No one has recorded yet whether there are any.");
    await userEvent.click(screen.getByRole("button", { name: "No known allergies" }));
    expect(actions.stateNoAllergiesAction).toHaveBeenCalledWith({ patientId: "p" });
    unmount();
    const noneKnown = { statedBy: by, statedAt: "2026-01-05T10:00:00Z" };
    show({ allergies: { answer: "NONE_KNOWN", noneKnown, items: [] } });
    expect(allergies()).toHaveTextContent("No known allergiesStated by you");
  });

  it("say what is dangerous in words, and offer no “none” beside an allergy", () => {
    show({ allergies: { answer: "LISTED", noneKnown: null, items: [PENICILLIN] } });
    expect(allergies()).toHaveTextContent(/Penicillin\s*High risk/);
    expect(within(allergies()).queryByRole("button", { name: /known allergies/ })).toBeNull();
  });

  it("show who only reads nothing to change", () => {
    show({ mayKeep: false, allergies: { answer: "LISTED", noneKnown: null, items: [PENICILLIN] } });
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  it("are changed with the version that was read; what was entered by mistake no more", async () => {
    const mistake: Allergy = { ...PENICILLIN, id: "b", substance: "Latex", status: "ENTERED_IN_ERROR" };
    show({ allergies: { answer: "LISTED", noneKnown: null, items: [PENICILLIN, mistake] } });
    expect(screen.queryByRole("button", { name: "Change Latex" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Change Penicillin" }));
    await userEvent.selectOptions(screen.getByLabelText("Status"), "No longer an allergy");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(actions.changeAllergyAction).toHaveBeenCalledWith({
      id: "a",
      version: 3,
      substance: "Penicillin",
      category: "MEDICATION",
      criticality: "HIGH",
      reaction: "Rash",
      status: "INACTIVE",
    });
  });

  it("are added with what was typed, and a refusal stays at its field", async () => {
    actions.addConditionAction.mockResolvedValue({
      ok: false,
      error: {
        code: "invalid",
        message: "Invalid",
        requestId: "r",
        fields: [{ path: "onset", message: "Can't be in the future" }],
      },
    });
    show({});
    await userEvent.click(screen.getByRole("button", { name: "Add a condition" }));
    await userEvent.type(screen.getByLabelText("Condition"), "Asthma");
    await userEvent.type(screen.getByLabelText(/^Since/), "2999");
    await userEvent.click(screen.getByRole("button", { name: "Add condition" }));
    expect(actions.addConditionAction).toHaveBeenCalledWith({ patientId: "p", name: "Asthma", onset: "2999" });
    expect(await screen.findByText("Can't be in the future")).toBeVisible();
    expect(screen.getByLabelText("Condition")).toHaveValue("Asthma");
  });
});
