// The quote finder: who said what in which words; found by word and by facet, compared, judged and cited.
import "../core/theme.css";
import "./quotes.css";
import "./controls.css";
import "./statement.css";
import type { Context, Dispose, View } from "../core/context.ts";
import type { Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { icon } from "../core/icons.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { type Act, actOf, helpLine } from "./acts.ts";
import { Bar } from "./bar.ts";
import { drawChips, reset } from "./chips.ts";
import { chips, type Found, find, narrowed, Search } from "./filter.ts";
import { type Item, Items } from "./items.ts";
import { Judge } from "./judge.ts";
import { Listing } from "./listing.ts";
import { Panel } from "./panel.ts";
import { copyItem, pinItem } from "./share.ts";
import { MODES, type Mode, remembered, type State } from "./state.ts";
import { legend } from "./statement.ts";
import { type Table, tableOf } from "./table.ts";

export const ORIGIN = "quotes";
const WIDE = 760; // pixels from which the facets stand beside the list unasked
const PREPARE = 300; // milliseconds after which the words are read for searching, when the rows have been drawn
const SAID = 6000; // milliseconds that a message stays

/** The quotations of a story; nothing but a word where there are none. */
export const quotesView: View = (context) => {
  const { root, story, labels } = context;
  if (story.quotes.length + story.rejected.length > 0) return new Finder(context).dispose;
  root.replaceChildren(emptyState(labels, "no_quotes"));
  return () => root.replaceChildren();
};

class Finder {
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #state: State;
  readonly #table: Table;
  readonly #search: Search;
  readonly #items: Items;
  readonly #listing: Listing;
  readonly #judge: Judge;
  readonly #panel: Panel;
  readonly #bar: Bar | null;
  readonly #query: HTMLInputElement;
  readonly #unfold: HTMLButtonElement;
  readonly #modes: HTMLButtonElement[];
  readonly #count = h("span", { class: "rw-muted rw-number rw-count", role: "status" });
  readonly #chips = h("div", { class: "rw-filter-chips", hidden: true });
  readonly #above = h("div", { class: "rw-above" });
  readonly #help: HTMLElement;
  readonly #said = h("p", { class: "rw-quote-said", role: "status" });
  readonly #element: HTMLElement;
  /** Asked before anything stands there that would have to be laid out for it. */
  readonly #wide: boolean;
  #found: Found | null = null;
  #silence = 0;
  #preparing = 0;

  constructor(context: Context) {
    this.#context = context;
    const { story, labels, memory, root } = context;
    this.#wide = root.clientWidth >= WIDE;
    this.#state = remembered(memory);
    this.#table = tableOf(story, labels);
    this.#search = new Search(story, this.#table);
    this.#items = new Items(story);
    const act = (act: Act, key: string) => this.#act(act, this.#listing.rows.items[this.#listing.rows.at(key)]);
    this.#listing = new Listing(context, this.#state, ORIGIN, act);
    this.#judge = new Judge(context, this.#state, {
      say: (text, alert) => this.#say(text, alert),
      open: (form) => this.#listing.open(form),
      leave: () => this.#listing.remember(),
      wait: (key, waiting) => this.#listing.wait(key, waiting),
    });
    this.#panel = new Panel(context, this.#table, this.#state.filter, () => this.#refresh());
    this.#bar = context.ask
      ? new Bar(
          context,
          this.#state,
          (one) => this.#act(one, this.#listing.active),
          () => this.#refresh(),
        )
      : null;
    this.#query = this.#searchBox();
    this.#unfold = this.#unfolder();
    this.#modes = MODES.map((mode) => this.#mode(mode));
    this.#help = helpLine(labels, context.ask !== null);
    this.#element = this.#compose();
    fill(root, this.#element);
    this.#start();
    const unsubscribe = context.store.subscribe((selection) => this.#follow(selection));
    this.dispose = () => {
      unsubscribe();
      this.#leave();
    };
  }

  #compose(): HTMLElement {
    const { labels } = this.#context;
    const help = h(
      "button",
      { class: "rw-button rw-help", type: "button", aria: { label: labelText(labels, "finder", "help") } },
      "?",
    );
    help.addEventListener("click", () => this.#act("help", undefined));
    const { scroll, list } = this.#listing.rows;
    list.classList.add("rw-quote-list");
    list.setAttribute("aria-label", labelText(labels, "views", "quotes"));
    scroll.addEventListener("keydown", (event) => this.#keyed(event));
    return h(
      "div",
      { class: "rw-pane rw-finder" },
      h("div", { class: "rw-toolbar rw-finder-tools", role: "search" }, this.#query, this.#unfold, help),
      h(
        "div",
        { class: "rw-finder-modes" },
        h(
          "div",
          { class: "rw-quote-segments", role: "group", aria: { label: labelText(labels, "finder", "modes") } },
          this.#modes,
        ),
        this.#count,
      ),
      this.#chips,
      this.#bar?.element,
      this.#help,
      h(
        "div",
        { class: "rw-finder-body" },
        this.#panel.element,
        h("div", { class: "rw-pane rw-finder-list" }, this.#above, scroll),
      ),
      this.#said,
    );
  }

  /** Draws what is remembered: the lists, where they were scrolled to, the row that had the focus. */
  #start(): void {
    const state = this.#state;
    this.#query.value = state.filter.query;
    this.#showPanel(state.panel ?? this.#wide);
    this.#help.hidden = !state.help;
    const { active } = this.#listing.spot;
    this.#refresh(true);
    if (state.said) this.#say(state.said);
    this.#focus();
    const { quote } = this.#context.store.get();
    if (quote !== null && active === null) this.#listing.follow(quote);
    this.#preparing = window.setTimeout(() => this.#search.prepare(), PREPARE);
  }

  /** Puts the focus back to where it was before the story came anew. */
  #focus(): void {
    const { focus } = this.#state;
    this.#state.focus = null;
    if (focus === "query") this.#query.focus();
    else if (focus instanceof HTMLElement && focus.isConnected) focus.focus({ preventScroll: true });
    else if (focus !== null) this.#listing.focus();
  }

  /** What has the focus now, for the view that comes. */
  #focused(): State["focus"] {
    const active = document.activeElement;
    if (active === this.#query) return "query";
    if (active instanceof HTMLElement && this.#state.opened?.element.contains(active)) return active;
    return this.#listing.rows.scroll.contains(active) ? "row" : null;
  }

  #leave(): void {
    window.clearTimeout(this.#silence);
    window.clearTimeout(this.#preparing);
    this.#state.focus ??= this.#focused();
    this.#listing.remember();
    this.#listing.rows.dispose();
    this.#element.remove();
  }

  /** Finds again and shows the first rows, or those where one was. */
  #refresh(keep = false): void {
    const { filter, mode } = this.#state;
    const found = find(this.#search, filter);
    const items = this.#items.of(mode, filter, found);
    this.#found = found;
    if (!this.#panel.element.hidden) this.#panel.update(found);
    this.#bar?.update();
    drawChips(this.#context, this.#table, filter, this.#chips, () => this.#refresh());
    this.#tell(items.length);
    this.#listing.show(items, () => this.#nothing(), keep); // last: it measures, and so lays out all of it
  }

  #tell(n: number): void {
    const { story, labels } = this.#context;
    const { filter, mode } = this.#state;
    const total = totalOf(this.#context, mode);
    fill(this.#count, label(labels, "messages", "n_of_total", { n, total }));
    const several = story.lineages.some(({ wordings }) => wordings.length > 1);
    fill(this.#above, mode === "statements" && several && n > 0 ? legend(labels) : null);
    this.#modes.forEach((button, at) => {
      button.setAttribute("aria-pressed", String(MODES[at] === mode));
    });
    const many = chips(filter);
    const badge = many > 0 ? h("bdi", { class: "rw-badge rw-number" }, formatNumber(labels, many)) : null;
    fill(this.#unfold, icon("filter"), h("span", {}, labelText(labels, "finder", "filters")), badge);
  }

  #nothing(): HTMLElement {
    const { labels } = this.#context;
    const { filter, mode } = this.#state;
    if (totalOf(this.#context, mode) === 0) {
      return h("div", { class: "rw-state", role: "status" }, h("p", {}, labelText(labels, "finder", `none_${mode}`)));
    }
    const state = emptyState(labels, "no_match");
    if (!narrowed(filter)) return state;
    const clear = h("button", { class: "rw-button", type: "button" }, label(labels, "actions", "clear"));
    clear.addEventListener("click", () => {
      reset(filter);
      this.#query.value = "";
      this.#refresh();
      this.#query.focus();
    });
    state.append(clear);
    return state;
  }

  #searchBox(): HTMLInputElement {
    const text = labelText(this.#context.labels, "actions", "search_quotes");
    const input = h("input", {
      class: "rw-input",
      type: "search",
      dir: "auto",
      placeholder: text,
      aria: { label: text },
    });
    input.addEventListener("input", () => {
      this.#state.filter.query = input.value;
      this.#refresh();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      this.#listing.step(0);
    });
    return input;
  }

  #unfolder(): HTMLButtonElement {
    const button = h("button", { class: "rw-button rw-unfold", type: "button" });
    button.addEventListener("click", () => {
      const open = Boolean(this.#panel.element.hidden);
      this.#state.panel = open;
      this.#showPanel(open);
    });
    return button;
  }

  #showPanel(open: boolean): void {
    this.#panel.element.hidden = !open;
    if (open && this.#found) this.#panel.update(this.#found);
    this.#unfold.setAttribute("aria-expanded", String(open));
  }

  #mode(mode: Mode): HTMLButtonElement {
    const { labels } = this.#context;
    const n = formatNumber(labels, totalOf(this.#context, mode));
    const button = h(
      "button",
      { class: "rw-button rw-segment", type: "button", data: { mode } },
      h("span", {}, labelText(labels, "finder", `mode_${mode}`)),
      h("bdi", { class: "rw-number rw-tab-count" }, n),
    );
    button.addEventListener("click", () => {
      this.#listing.open(null);
      this.#listing.remember();
      this.#state.mode = mode;
      this.#refresh(true);
    });
    return button;
  }

  #keyed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest("form, input, select, textarea, summary")) return;
    const act = actOf(event);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#act(act, this.#listing.active);
  }

  #act(act: Act, item: Item | undefined): void {
    if (act === "next" || act === "previous") this.#listing.step(act === "next" ? 1 : -1);
    else if (act === "help") {
      this.#state.help = !this.#state.help;
      this.#help.hidden = !this.#state.help;
    } else if (this.#judge.run(act, item) || item === undefined) return;
    else if (act === "pin") this.#say(pinItem(this.#context, item));
    else if (act === "copy" || act === "markdown") copyItem(this.#context, item, act).then((text) => this.#say(text));
  }

  #say(text: string, alert = false): void {
    window.clearTimeout(this.#silence);
    this.#said.setAttribute("role", alert ? "alert" : "status");
    this.#said.classList.toggle("rw-alert", alert);
    fill(this.#said, text ? h("bdi", {}, text) : null);
    const quiet = () => {
      this.#state.said = "";
      this.#said.replaceChildren();
    };
    if (text) this.#silence = window.setTimeout(quiet, alert ? 2 * SAID : SAID);
  }

  #follow(selection: Selection): void {
    if (selection.quote !== null && selection.origin !== ORIGIN) this.#listing.follow(selection.quote);
    this.#listing.light();
  }
}

function totalOf({ story }: Context, mode: Mode): number {
  return { quotes: story.quotes, statements: story.lineages, rejected: story.rejected }[mode].length;
}
