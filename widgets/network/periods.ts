// Two periods whose difference is shown: from which day to which, on either side.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import type { Index, Part } from "./counting.ts";
import { type Filters, partOf } from "./graph.ts";
import { swatch } from "./sides.ts";
import type { State } from "./state.ts";
import { said, say } from "./words.ts";

/** Days as ISO dates, both within; an empty one leaves that side open. */
export interface Period {
  since: string;
  until: string;
}

/** The days of the articles in two parts with about as many articles; both empty where there are not two days. */
export function halves(days: readonly string[]): [Period, Period] {
  const dated = days.filter(Boolean).sort();
  const [first, last] = [dated[0] ?? "", dated.at(-1) ?? ""];
  const middle = dated[Math.floor(dated.length / 2)] ?? "";
  const start = middle > first ? middle : (dated.find((day) => day > first) ?? "");
  const end = dated.findLast((day) => day < start) ?? "";
  if (first === last) return [0, 1].map(() => ({ since: "", until: "" })) as [Period, Period];
  return [
    { since: first, until: end },
    { since: start, until: last },
  ];
}

/** The parts of the corpus on both sides: two outlets in the days of the filters, or two periods of the chosen outlet. */
export function partsOf({ between, sides, periods, filters }: State): [Part, Part] {
  const part = partOf(filters);
  if (between === "periods") return periods.map((period) => ({ ...part, ...period })) as [Part, Part];
  return sides.map((source) => ({ ...part, sources: [source] })) as [Part, Part];
}

/** The filters that say something beside the sides: what the sides say themselves is left out. */
export function besides(filters: Filters, { mode, between }: Pick<State, "mode" | "between">): Filters {
  if (mode === "network") return filters;
  const days = mode === "difference" && between === "periods";
  return days ? { ...filters, since: "", until: "" } : { ...filters, source: "" };
}

/** First and last day of either side; a day that turns a period round moves its other end too. */
export function periodChoices(
  { days }: Index,
  labels: Labels,
  { periods }: State,
  choose: (periods: [Period, Period], refocus: string) => void,
): [HTMLElement, HTMLElement] {
  const field = (at: 0 | 1, key: keyof Period) => {
    const name = `rw-side-${at === 0 ? "a" : "b"}-${key}`;
    const input = h("input", { class: `rw-input ${name}`, type: "date", value: periods[at][key] });
    [input.min, input.max] = days;
    input.setAttribute("aria-label", `${said(labels, sideKey(at))} ${said(labels, key)}`);
    input.addEventListener("change", () => {
      const next = periods.map((period) => ({ ...period })) as [Period, Period];
      next[at] = turned({ ...next[at], [key]: input.value }, key);
      choose(next, `.${name}`);
    });
    return h("label", { class: "rw-network-day" }, h("span", {}, say(labels, key)), input);
  };
  const side = (at: 0 | 1) =>
    h(
      "div",
      { class: "rw-side rw-side-days", role: "group", aria: { label: said(labels, sideKey(at)) } },
      swatch(at === 0 ? "a" : "b"),
      say(labels, sideKey(at)),
      field(at, "since"),
      field(at, "until"),
    );
  return [side(0), side(1)];
}

/** What one should know of the two periods: that a side is empty, or that articles count on both. */
export function periodNote(index: Index, labels: Labels, parts: [Part, Part]): HTMLElement | null {
  const [a, b] = parts.map((part) => index.within(part)) as [Uint8Array, Uint8Array];
  const empty = [a, b].findIndex((own) => !own.includes(1));
  const n = a.filter((one, at) => one === 1 && b[at] === 1).length;
  if (empty < 0 && n === 0) return null;
  const note = empty < 0 ? say(labels, "periods_overlap", { n }) : say(labels, `period_empty_${"ab"[empty]}`);
  return h("p", { class: "rw-side-note rw-muted", role: "status" }, note);
}

function sideKey(at: 0 | 1): string {
  return at === 0 ? "side_a" : "side_b";
}

function turned(period: Period, changed: keyof Period): Period {
  const { since, until } = period;
  if (!since || !until || since <= until) return period;
  const day = period[changed];
  return { since: day, until: day };
}
