import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Diagnosis } from "@/lib/domain/codes/schema";
import { DiagnosisField } from "./diagnosis-field";

const { searchDiagnosesAction, rememberDiagnosisAction } = vi.hoisted(() => ({
  searchDiagnosesAction: vi.fn(),
  rememberDiagnosisAction: vi.fn(),
}));
vi.mock("@/lib/domain/codes/actions", () => ({ searchDiagnosesAction, rememberDiagnosisAction }));
vi.mock("next/navigation", () => ({ unstable_rethrow: () => undefined }));

const made = (code: string, name: string): Diagnosis => ({ system: "ICD-10", version: "2019", code, name });
const [ATTACK, PRESSURE, GOUT] = [
  made("I21", "Heart attack"),
  made("I10", "High blood pressure"),
  made("M10", "Gout"),
] as const;
const found = (...of: Diagnosis[]) => ({
  ok: true,
  data: of.map((one) => ({ ...one, isHeading: false, isRecent: one === GOUT })),
});

function setUp(start: Diagnosis[] = []) {
  const onChange = vi.fn();
  function Harness() {
    const [value, setValue] = useState(start);
    return (
      <DiagnosisField
        value={value}
        onChange={(next) => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  }
  render(<Harness />);
  const chosen = () =>
    within(screen.getByRole("list", { name: "Chosen diagnoses" }))
      .getAllByRole("listitem")
      .map((item) => item.textContent);
  return { user: userEvent.setup(), onChange, chosen };
}

beforeEach(() => {
  vi.clearAllMocks();
  rememberDiagnosisAction.mockResolvedValue({ ok: true, data: undefined });
  searchDiagnosesAction.mockImplementation(async ({ words }: { words: string }) =>
    words === "" ? found(GOUT) : words.startsWith("heart") ? found(ATTACK, PRESSURE) : found(),
  );
});

describe("the diagnoses of a visit", () => {
  it("are searched and chosen by keyboard alone, each stored whole and remembered", async () => {
    const { user, onChange, chosen } = setUp();
    await user.tab();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("option", { name: /Gout.*M10 · used before/ })).toBeVisible();
    await user.keyboard("heart");
    await screen.findByRole("option", { name: /Heart attack/ });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onChange).toHaveBeenLastCalledWith([PRESSURE]);
    expect(rememberDiagnosisAction).toHaveBeenCalledWith({ system: "ICD-10", code: "I10" });
    expect(chosen()).toEqual(["I10High blood pressureMain"]);
    expect(screen.getByRole("combobox", { name: "Diagnoses" })).toHaveFocus();
  });

  it("are offered once: a chosen one isn't found again", async () => {
    const { user } = setUp([ATTACK]);
    await user.tab();
    await user.keyboard("{Enter}heart");
    expect(await screen.findByRole("option", { name: /High blood pressure/ })).toBeVisible();
    expect(screen.queryByRole("option", { name: /Heart attack/ })).not.toBeInTheDocument();
  });

  it("are reordered, the first being the main one, and removed", async () => {
    const { user, onChange, chosen } = setUp([ATTACK, PRESSURE, GOUT]);
    await user.click(screen.getByRole("button", { name: "Make Gout the main diagnosis" }));
    expect(onChange).toHaveBeenLastCalledWith([GOUT, ATTACK, PRESSURE]);
    expect(chosen()[0]).toContain("Main");
    await user.click(screen.getByRole("button", { name: "Move Heart attack down" }));
    expect(onChange).toHaveBeenLastCalledWith([GOUT, PRESSURE, ATTACK]);
    await user.click(screen.getByRole("button", { name: "Move Heart attack up" }));
    expect(onChange).toHaveBeenLastCalledWith([GOUT, ATTACK, PRESSURE]);
    await user.click(screen.getByRole("button", { name: "Move Gout up" }));
    expect(onChange).toHaveBeenCalledTimes(3);
    await user.click(screen.getByRole("button", { name: "Remove Gout" }));
    expect(onChange).toHaveBeenLastCalledWith([ATTACK, PRESSURE]);
    expect(screen.getByText("Gout removed")).toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: "Diagnoses" })).toHaveFocus();
  });

  it("say when nothing is found, and when the search failed", async () => {
    const { user } = setUp();
    await user.tab();
    await user.keyboard("{Enter}xq");
    expect(await screen.findByText("Nothing found. Try another word.")).toBeVisible();
    searchDiagnosesAction.mockResolvedValue({ ok: false, error: { code: "unavailable", message: "No" } });
    await user.keyboard("z");
    await waitFor(() => expect(screen.getByText(/^The search failed/)).toBeVisible());
  });
});
