// What the timeline says: times, periods, and the names by which screen readers know articles and arrows.
import type { CopyRecord, Labels } from "../core/contract.ts";
import { headline } from "../core/headline.ts";
import { formatShare, labelText } from "../core/labels.ts";
import type { Model, Point } from "./model.ts";
import type { Range } from "./scale.ts";
import { format } from "./ticks.ts";

const DAY: Intl.DateTimeFormatOptions = { dateStyle: "long" };
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const ONE_DAY = 86_400_000;

/** When an article was published: the day, the hour where it is known, and UTC where its zone was. */
export function moment(labels: Labels, { moment: { stated, zoned }, start }: Point): string {
  if (stated === "none") return labelText(labels, "figures", "no_date");
  if (stated === "day") return format(labels, DAY, start);
  return instant(labels, start) + (zoned ? " UTC" : "");
}

function instant(labels: Labels, time: number): string {
  return `${format(labels, DAY, time)} ${format(labels, CLOCK, time)}`;
}

/** A period in words: days where it is long, days and hours where it is short. */
export function period(labels: Labels, { from, to }: Range): string {
  const say =
    to - from > 4 * ONE_DAY ? (time: number) => format(labels, DAY, time) : (time: number) => instant(labels, time);
  return labelText(labels, "timeline", "period", { from: say(from), to: say(to) });
}

/** An article by its outlet, its title and its time, and what it shares with the earliest that it shares most with. */
export function nameOf(labels: Labels, model: Model, point: Point): string {
  const copied = (model.copiesOf.get(point.article.id) ?? []).find(
    ({ later, boilerplate }) => later === point.article.id && !boilerplate,
  );
  const parts = [point.article.source, headline(point.article), moment(labels, point)];
  const earlier = copied && model.byArticle.get(copied.first);
  if (copied && earlier) {
    const values = { n: copied.words, source: earlier.article.source };
    parts.push(labelText(labels, "timeline", "copied_from", values));
  }
  return parts.join(labelText(labels, "timeline", "comma"));
}

/** An arrow: which article shares how much with which earlier one, and what tells the order. */
export function arrow(labels: Labels, model: Model, { first, later, words, by, share }: CopyRecord): string {
  const [a, b] = [first, later].map((id) => {
    const point = model.byArticle.get(id);
    return point ? `${point.article.source} (${headline(point.article)})` : id;
  });
  const values = { a: a ?? "", b: b ?? "", n: words, share: formatShare(labels, share) };
  return `${labelText(labels, "timeline", "arrow", values)} ${order(labels, by)}`;
}

/** From one to the other, in the direction of the labels. */
export function towards({ direction }: Labels): string {
  return direction === "rtl" ? " ← " : " → ";
}

/** What tells which of two articles was earlier. */
export function order(labels: Labels, by: string): string {
  return by === "credit" ? labelText(labels, "timeline", "by_credit") : labelText(labels, "timeline", "by_date");
}
