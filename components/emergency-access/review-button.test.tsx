import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ReviewButtons } from "./review-button";

const reviewEmergencyAction = vi.hoisted(() => vi.fn<(answer: object) => Promise<object>>());
vi.mock("@/lib/domain/emergency-access/actions", () => ({ reviewEmergencyAction }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), unstable_rethrow: () => undefined }));

const ID = "0190a000-0000-7000-8000-000000000001";

beforeEach(() => {
  reviewEmergencyAction.mockReset().mockResolvedValue({ ok: true, data: {} });
  render(<ReviewButtons review={{ id: ID, doctorName: "Dr. Ada Quill", patientName: "Nora Moss", isTold: true }} />);
});

describe("the review of an emergency access", () => {
  it("asks why it wasn't justified before it sends anything", async () => {
    await userEvent.click(screen.getByRole("button", { name: /^Not justified/ }));
    await userEvent.click(screen.getByRole("button", { name: "Mark as not justified" }));
    expect(screen.getByText("Say why it wasn’t justified")).toBeVisible();
    expect(reviewEmergencyAction).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole("textbox", { name: "Remark" }), "No emergency");
    await userEvent.click(screen.getByRole("button", { name: "Mark as not justified" }));
    expect(reviewEmergencyAction).toHaveBeenCalledWith({ id: ID, verdict: "NOT_JUSTIFIED", remark: "No emergency" });
  });

  it("sends that it was justified without a remark, and shows a refusal", async () => {
    reviewEmergencyAction.mockResolvedValue({
      ok: false,
      error: { code: "invalid-transition", message: "Reviewed already." },
    });
    await userEvent.click(screen.getByRole("button", { name: /^Justified/ }));
    await userEvent.click(screen.getByRole("button", { name: "Mark as justified" }));
    expect(reviewEmergencyAction).toHaveBeenCalledWith({ id: ID, verdict: "JUSTIFIED" });
    expect(await screen.findByText("Reviewed already.")).toBeVisible();
  });
});
