// The list of findings: drawn anew after every change without losing the place, the focus or a note half written.
import type { FindingRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { type Act, card } from "./card.ts";
import type { Words } from "./words.ts";

const PAUSE = 700; // ms without a key after which a note is kept

export interface ListActs {
  act: (finding: FindingRecord, act: Act) => void;
  note: (finding: FindingRecord, text: string) => void;
}

export class FindingList {
  readonly element = h("ul", { class: "rw-lab-list rw-scroll" });
  readonly #words: Words;
  readonly #acts: ListActs;
  readonly #open = new Set<string>();
  readonly #drafts = new Map<string, string>();
  #findings: FindingRecord[] = [];
  #current = "";
  #pressed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Words, acts: ListActs) {
    this.#words = words;
    this.#acts = acts;
    this.element.addEventListener("keydown", (event) => this.#press(event));
    this.element.addEventListener("focusin", (event) => this.#enter(event));
    this.element.addEventListener("focusout", () => this.#keep());
    this.element.addEventListener("pointerdown", () => {
      this.#pressed = true;
    });
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => this.#release());
  }

  draw(findings: FindingRecord[]): void {
    this.#findings = findings;
    if (this.#pressed) return; // a button drawn anew under the pointer would miss its click
    if (!findings.some(({ id }) => id === this.#current)) this.#current = findings[0]?.id ?? "";
    const place = focused(this.element);
    const top = this.element.scrollTop;
    fill(
      this.element,
      findings.map((finding) => this.#card(finding)),
    );
    this.#rove();
    this.element.scrollTop = top;
    place?.(this.element);
  }

  /** Puts the focus on a finding, on one of its controls where one is named. */
  focus(id: string, control = "card"): void {
    const found = this.#cards().find((one) => one.dataset["id"] === id);
    (control === "card" ? found : controlOf(found, control))?.focus();
  }

  /** Draws what came while the pointer was down, once its click is through. */
  #release(): void {
    if (!this.#pressed) return;
    setTimeout(() => {
      this.#pressed = false;
      this.draw(this.#findings);
    });
  }

  /** Hands over what was written into notes and not yet kept. */
  #keep(): void {
    clearTimeout(this.#timer);
    const drafts = [...this.#drafts];
    this.#drafts.clear();
    for (const [id, text] of drafts) {
      const finding = this.#findings.find((one) => one.id === id);
      if (finding !== undefined && finding.note !== text) this.#acts.note(finding, text);
    }
  }

  #card(finding: FindingRecord): HTMLElement {
    const { id } = finding;
    const note = this.#drafts.get(id) ?? finding.note;
    return card(
      { ...finding, note },
      {
        words: this.#words,
        open: this.#open.has(id),
        act: (act) => this.#acts.act(finding, act),
        note: (text) => this.#write(id, text),
        toggle: () => {
          if (!this.#open.delete(id)) this.#open.add(id);
          this.draw(this.#findings);
        },
      },
    );
  }

  #write(id: string, text: string): void {
    this.#drafts.set(id, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), PAUSE);
  }

  #cards(): HTMLElement[] {
    return [...this.element.children] as HTMLElement[];
  }

  /** Only the card in hand and its controls are reached by Tab; arrows go from card to card. */
  #rove(): void {
    for (const one of this.#cards()) {
      const tabindex = one.dataset["id"] === this.#current ? 0 : -1;
      one.tabIndex = tabindex;
      for (const control of one.querySelectorAll<HTMLElement>("[data-control], a")) control.tabIndex = tabindex;
    }
  }

  #enter({ target }: FocusEvent): void {
    const id = target instanceof Element ? target.closest<HTMLElement>(".rw-lab-card")?.dataset["id"] : undefined;
    if (id === undefined || id === this.#current) return;
    this.#current = id;
    this.#rove();
  }

  #press(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    if (target.dataset["control"] !== "card") {
      if (event.key === "Escape") this.focus(this.#current);
      return;
    }
    const act = event.altKey ? ALT[event.key] : KEYS[event.key];
    const at = this.#findings.findIndex(({ id }) => id === this.#current);
    const finding = this.#findings[at];
    const next = event.altKey ? undefined : this.#findings[beside(event.key, at, this.#findings.length)];
    if (act === undefined && next === undefined) return;
    event.preventDefault();
    if (act !== undefined && finding !== undefined) this.#acts.act(finding, act);
    else if (next !== undefined) this.focus(next.id);
  }
}

const ALT: Record<string, Act> = { ArrowUp: "up", ArrowDown: "down" };
const KEYS: Record<string, Act> = { Enter: "show", Delete: "remove" };

function beside(key: string, at: number, length: number): number {
  const places: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: length - 1 };
  return places[key] ?? -1;
}

function controlOf(element: HTMLElement | undefined, control: string): HTMLElement | null | undefined {
  return element?.querySelector<HTMLElement>(`[data-control="${control}"]`);
}

/** How to give the focus back to where it is now, in cards drawn anew; undefined where it is elsewhere. */
function focused(list: HTMLElement): ((list: HTMLElement) => void) | undefined {
  const active = list.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const holder = active?.closest<HTMLElement>(".rw-lab-card");
  if (active === null || !holder) return undefined;
  const at = [...list.children].indexOf(holder);
  const [start, end] = active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : [];
  return (drawn) => {
    const cards = [...drawn.children] as HTMLElement[];
    const own = cards.find((one) => one.dataset["id"] === holder.dataset["id"]);
    const place = own ?? cards[Math.min(at, cards.length - 1)];
    const control = own && active !== holder ? controlOf(own, active.dataset["control"] ?? "") : place;
    (control ?? place)?.focus({ preventScroll: true });
    if (control instanceof HTMLTextAreaElement && start !== undefined && end !== undefined)
      control.setSelectionRange(start, end);
  };
}
